const words: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  ETIMEDOUT: 'no answer in time',
  ECONNRESET: 'the connection was cut',
  ECONNABORTED: 'the connection was cut',
  EPIPE: 'the connection was cut',
  EHOSTUNREACH: 'no way to the host',
  ENETUNREACH: 'no way to its network',
  ERR_PROXY_TUNNEL: 'the proxy does not let it through',
}
const TOO_LATE = /timeout expired|connection terminated|connection is closed|timed out|aborted/i
const CERTIFICATE = /^(CERT_|ERR_TLS_|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_)/

/**
 * In a few words why a server gave no answer, for a sentence to the operator; null where the error is of another kind. The
 * error's own message stays out, since it may hold an address with a password or token.
 */
export function whyUnreachable(error: unknown): string | null {
  const code = codeOf(error)
  if (words[code]) return words[code]
  if (CERTIFICATE.test(code)) return `its certificate is not trusted: ${code}`
  return TOO_LATE.test(messageOf(error)) ? 'no answer in time' : null
}

/** The code of the error itself, or of what caused it; empty where there is none. */
export function codeOf(error: unknown): string {
  const inner = innermost(error)
  return inner instanceof Error && 'code' in inner ? String(inner.code) : ''
}

export function messageOf(error: unknown): string {
  const inner = innermost(error)
  return inner instanceof Error ? inner.message : String(inner)
}

/** A host that was tried on several addresses fails with an error for each. */
function innermost(error: unknown): unknown {
  if (error instanceof AggregateError && error.errors.length > 0) return innermost(error.errors[0])
  if (!(error instanceof Error) || 'code' in error || !error.cause) return error
  return innermost(error.cause)
}
