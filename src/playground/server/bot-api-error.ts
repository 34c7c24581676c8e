import type { ResponseParameters } from 'grammy/types'

/**
 * What the Bot API answers instead of a result. It is thrown, not returned: a method makes dozens of checks in the
 * order in which Telegram makes them, and `call-method.ts` is the one place that turns it into an answer.
 */
export class BotApiError extends Error {
  readonly code: number
  readonly parameters: ResponseParameters | undefined
  constructor(code: number, description: string, parameters?: ResponseParameters) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export function badRequest(words: string, parameters?: ResponseParameters): BotApiError {
  return new BotApiError(400, `Bad Request: ${words}`, parameters)
}

export function forbidden(words: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${words}`)
}

/** The loud refusal of what Telegram has and we have not: never silently wrong. */
export function notModelled(what: string): BotApiError {
  return badRequest(`the local Telegram does not know ${what}`)
}
