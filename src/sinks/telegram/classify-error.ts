import { GrammyError, HttpError } from 'grammy'
import type { SendOutcome } from './send-outcome.ts'

/** After a failure that names no time of its own, in seconds. */
const TRY_AGAIN_SECONDS = 30

/** Failures of a connection that was never made: nothing can have been posted. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/**
 * What an error of a call to Telegram means for the message. Descriptions are matched since Telegram gives no other
 * codes (https://core.telegram.org/bots/api#making-requests). Any other error is a bug and is thrown again.
 */
export function classifyError(error: unknown): SendOutcome {
  if (error instanceof GrammyError) return fromAnswer(error)
  if (error instanceof HttpError)
    return neverConnected(error)
      ? { kind: 'later', retryAfterSeconds: TRY_AGAIN_SECONDS }
      : { kind: 'unknown' }
  throw error
}

function fromAnswer({ error_code, description, parameters }: GrammyError): SendOutcome {
  const says = (pattern: RegExp) => pattern.test(description)
  if (parameters.migrate_to_chat_id !== undefined)
    return { kind: 'refused', code: 'migrated', newChatId: parameters.migrate_to_chat_id }
  if (error_code === 429)
    return { kind: 'later', retryAfterSeconds: Math.max(1, parameters.retry_after ?? TRY_AGAIN_SECONDS) }
  // a wrong token or address: nothing was posted, and it is for the operator to put right
  if (error_code === 401 || error_code === 404) return { kind: 'later', retryAfterSeconds: TRY_AGAIN_SECONDS }
  if (error_code >= 500) return { kind: 'unknown' }
  if (says(/blocked by the user|user is deactivated|can't initiate conversation/i))
    return { kind: 'refused', code: 'blocked' }
  if (
    says(
      /kicked|not a member|chat not found|chat was (?:deleted|deactivated)|PEER_ID_INVALID|CHANNEL_PRIVATE/i,
    )
  )
    return { kind: 'refused', code: 'chat_gone' }
  if (
    error_code === 403 ||
    says(/rights|_WRITE_FORBIDDEN|ADMIN_REQUIRED|CHAT_RESTRICTED|_FORBIDDEN|TOPIC_CLOSED/i)
  )
    return { kind: 'refused', code: 'no_rights' }
  return { kind: 'refused', code: 'bad_request' }
}

/** Looks through what wraps the error of the system: grammY's .error, fetch's .cause, an AggregateError's own code. */
function neverConnected(error: unknown): boolean {
  let each = error
  for (let depth = 0; depth < 5 && each instanceof Error; depth++) {
    const { code } = each as { code?: unknown }
    if (typeof code === 'string' && NEVER_CONNECTED.has(code)) return true
    // a time-out says only in its message whether it was the connection's
    if (code === 'ETIMEDOUT' && /connect ETIMEDOUT/.test(each.message)) return true
    each = each instanceof HttpError ? each.error : each.cause
  }
  return false
}
