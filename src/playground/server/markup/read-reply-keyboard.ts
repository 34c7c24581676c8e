import type { ForceReply, KeyboardButton, ReplyKeyboardMarkup } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { booleanField, isObject, type JsonObject, objectWith, stringField } from '../refuse-unknown-fields.ts'

const prefix = "can't parse keyboard button"
const flags = ['is_persistent', 'resize_keyboard', 'one_time_keyboard', 'selective']

export function readReplyKeyboard(markup: JsonObject, maxButtons: number): ReplyKeyboardMarkup {
  objectWith(markup, ['keyboard', 'input_field_placeholder', ...flags], 'ReplyKeyboardMarkup')
  if (!Array.isArray(markup.keyboard)) throw badRequest('field "keyboard" must be of type Array')
  const keyboard = markup.keyboard.map((row) => {
    if (!Array.isArray(row)) throw badRequest('field "keyboard" must be an Array of Arrays')
    return row.map(readButton)
  })
  if (keyboard.flat().length > maxButtons) throw badRequest('reply markup is too long')
  return { keyboard, ...readFlags(markup, flags), ...readPlaceholder(markup) }
}

export function readForceReply(markup: JsonObject): ForceReply {
  objectWith(markup, ['force_reply', 'input_field_placeholder', 'selective'], 'ForceReply')
  booleanField(markup, 'force_reply')
  return { force_reply: true, ...readFlags(markup, ['selective']), ...readPlaceholder(markup) }
}

function readFlags(markup: JsonObject, names: string[]): Record<string, true> {
  return Object.fromEntries(names.filter((name) => booleanField(markup, name)).map((name) => [name, true]))
}

function readPlaceholder(markup: JsonObject): { input_field_placeholder?: string } {
  if (markup.input_field_placeholder === undefined) return {}
  return { input_field_placeholder: stringField(markup, 'input_field_placeholder').slice(0, 64) }
}

function readButton(value: unknown): KeyboardButton {
  if (typeof value === 'string') return { text: value }
  if (!isObject(value)) throw badRequest(`${prefix}: KeyboardButton must be a String or an Object`)
  // `hide` is telegraf's own: see read-inline-keyboard.ts
  const button = objectWith(value, ['text', 'request_contact', 'request_location', 'hide'], 'KeyboardButton')
  const text = stringField(button, 'text', prefix)
  if (booleanField(button, 'request_contact', prefix)) return { text, request_contact: true }
  if (booleanField(button, 'request_location', prefix)) return { text, request_location: true }
  return { text }
}
