import { z } from 'zod'
import { isDeeperThan } from './is-deeper-than.ts'

/**
 * Kinds of parameters. Queries and forms bring everything as strings, JSON brings types: each kind takes both, as
 * Telegram does, and refuses what is neither. All are optional here: Telegram has its own words for each that is
 * missing, which the methods say.
 */
const blank = (value: unknown) => value === undefined || value === null || value === ''

export const text = () =>
  z
    .preprocess(
      (value) => (typeof value === 'number' ? String(value) : (value ?? undefined)),
      z.string().optional(),
    )
    .optional()

export const integer = () =>
  z
    .preprocess((value) => {
      if (blank(value)) return undefined
      return typeof value === 'string' ? Number(value) : value
    }, z.int().optional())
    .optional()

export const float = () =>
  z
    .preprocess((value) => {
      if (blank(value)) return undefined
      return typeof value === 'string' ? Number(value) : value
    }, z.number().optional())
    .optional()

export const flag = () =>
  z
    .preprocess((value) => {
      if (blank(value)) return undefined
      if (typeof value !== 'string') return value
      if (/^(true|yes|1)$/i.test(value)) return true
      return /^(false|no|0)$/i.test(value) ? false : value
    }, z.boolean().optional())
    .optional()

export const chatId = () => z.union([z.string(), z.int()]).optional()

/** as in read-request.ts */
const deepest = 100

/** A JSON value, serialised or, inside a JSON body, as it is. `name` is what Telegram calls it when it cannot read it. */
export const json = (name: string) =>
  z
    .unknown()
    .transform((value, context) => {
      if (typeof value !== 'string') return value
      if (value === '') return undefined
      try {
        const parsed: unknown = JSON.parse(value)
        if (isDeeperThan(parsed, deepest)) throw new SyntaxError('too deep')
        return parsed
      } catch {
        context.addIssue({ code: 'custom', message: `can't parse ${name} JSON object` })
        return z.NEVER
      }
    })
    .optional()

/** A new file (a part of the body), a file_id, or attach://<part>. */
export const file = () => z.unknown().optional()

export const sending = {
  chat_id: chatId(),
  disable_notification: flag(),
  protect_content: flag(),
  reply_markup: json('reply keyboard markup'),
  reply_parameters: json('reply parameters'),
  reply_to_message_id: integer(),
  allow_sending_without_reply: flag(),
}

export const captioned = {
  caption: text(),
  caption_entities: json('caption entities'),
  parse_mode: text(),
}

export const editing = {
  chat_id: chatId(),
  message_id: integer(),
  reply_markup: json('reply keyboard markup'),
}
