import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types'
import type { Button } from '../../lib/outgoing-message.ts'

/** Rows of buttons as Telegram takes them; undefined for none, which removes those that a message had when it is edited. */
export function toReplyMarkup(buttons: Button[][] | undefined): InlineKeyboardMarkup | undefined {
  const rows = (buttons ?? []).filter((row) => row.length > 0)
  return rows.length > 0 ? { inline_keyboard: rows.map((row) => row.map(toInlineButton)) } : undefined
}

function toInlineButton(button: Button): InlineKeyboardButton {
  return 'url' in button
    ? { text: button.label, url: button.url }
    : { text: button.label, callback_data: button.data }
}
