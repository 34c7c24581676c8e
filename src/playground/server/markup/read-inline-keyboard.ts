import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import { badRequest, notModelled } from '../bot-api-error.ts'
import { isObject, type JsonObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { checkUrl } from '../text/check-url.ts'

const prefix = "can't parse inline keyboard button"
const passive = ['switch_inline_query', 'switch_inline_query_current_chat']
const actions = ['url', 'callback_data', 'web_app', 'copy_text', ...passive]
/** `hide` is telegraf's own and goes along with each of its buttons; Telegram reads past it */
const known = ['text', 'style', 'hide', ...actions]

/** Rows without buttons vanish; a keyboard without rows is none. */
export function readInlineKeyboard(markup: JsonObject, maxButtons: number): InlineKeyboardMarkup | undefined {
  objectWith(markup, ['inline_keyboard'], 'InlineKeyboardMarkup')
  const rows = markup.inline_keyboard
  if (!Array.isArray(rows)) throw badRequest('field "inline_keyboard" must be of type Array')
  const keyboard = rows.map((row) => {
    if (!Array.isArray(row)) throw badRequest('field "inline_keyboard" must be an Array of Arrays')
    return row.map(readButton)
  })
  const filled = keyboard.filter((row) => row.length > 0)
  if (filled.flat().length > maxButtons) throw badRequest('reply markup is too long')
  return filled.length > 0 ? { inline_keyboard: filled } : undefined
}

function readButton(value: unknown): InlineKeyboardButton {
  if (!isObject(value)) throw badRequest(`${prefix}: InlineKeyboardButton must be an Object`)
  const button = objectWith(value, known, 'InlineKeyboardButton')
  const text = stringField(button, 'text', prefix)
  if (text.trim() === '') throw badRequest('BUTTON_TEXT_INVALID')
  const given = actions.filter((action) => button[action] !== undefined && button[action] !== '')
  const switches = passive.filter((action) => button[action] === '')
  const action = given[0] ?? switches[0]
  if (!action) throw badRequest(`${prefix}: Text buttons are unallowed in the inline keyboard`)
  if (given.length > 1) throw notModelled(`a button with both ${given.join(' and ')}`)
  return { text, ...readStyle(button), ...readAction(button, action) } as InlineKeyboardButton
}

function readStyle(button: JsonObject): JsonObject {
  if (button.style === undefined) return {}
  if (!['danger', 'success', 'primary'].includes(button.style as string)) {
    throw notModelled(`the button style ${JSON.stringify(button.style)}`)
  }
  return { style: button.style }
}

function readAction(button: JsonObject, action: string): JsonObject {
  if (action === 'copy_text') {
    const copied = objectWith(button.copy_text, ['text'], 'CopyTextButton')
    const text = stringField(copied, 'text', prefix)
    if (text.length < 1 || text.length > 256) throw badRequest('BUTTON_COPY_TEXT_INVALID')
    return { copy_text: { text } }
  }
  if (action === 'web_app') {
    const url = stringField(objectWith(button.web_app, ['url'], 'WebAppInfo'), 'url', prefix)
    if (!/^https:\/\//i.test(url)) {
      throw badRequest(`inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`)
    }
    return { web_app: { url } }
  }
  const value = stringField(button, action, prefix)
  if (action === 'url') {
    const checked = checkUrl(value)
    if (!checked.ok) throw badRequest(`inline keyboard button URL '${value}' is invalid: ${checked.reason}`)
    return { url: checked.url }
  }
  if (action === 'callback_data' && Buffer.byteLength(value) > 64) throw badRequest('BUTTON_DATA_INVALID')
  return { [action]: value }
}
