import { type Logger, pino } from 'pino'

export type { Logger }

/**
 * Structured logs, one JSON line each. What a person said, how they are called and every secret stays out: log what
 * happened and ids of our own, never an update, a message or an error's request payload.
 */
export function createLogger(level: string): Logger {
  return pino({
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: serializeError },
  })
}

/** A bot token looks like 123456:ABC… and stands in every URL of the Bot API, so also in messages of network errors. */
const TOKEN = /\d{1,15}:[\w-]{16,}/g
const PASSWORD_IN_URL = /(\/\/[^:/@\s]*):[^@/\s]*@/g

/** Only name, code, message and stack; grammY's errors also carry the payload of the call, with the message's text. */
function serializeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = (error as { code?: unknown; error_code?: unknown }).code
  return {
    name: error.name,
    code,
    message: withoutSecrets(error.message),
    stack: withoutSecrets(error.stack ?? ''),
    cause: error.cause instanceof Error ? serializeError(error.cause) : undefined,
  }
}

function withoutSecrets(text: string): string {
  return text.replace(TOKEN, '<token>').replace(PASSWORD_IN_URL, '$1:<password>@')
}
