import type { InlineKeyboardMarkup } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import type { LocalTelegramSettings } from '../local-telegram-settings.ts'
import type { ReplyKeyboard } from '../model.ts'
import { booleanField, isObject, objectWith } from '../refuse-unknown-fields.ts'
import { readInlineKeyboard } from './read-inline-keyboard.ts'
import { readForceReply, readReplyKeyboard } from './read-reply-keyboard.ts'

export interface ReplyMarkup {
  inline?: InlineKeyboardMarkup
  /** null takes away the keyboard that stands */
  keyboard?: ReplyKeyboard | null
}

type MarkupLimits = Pick<LocalTelegramSettings, 'maxButtons' | 'maxMarkupBytes'>

/** `onlyInline`: in channels and when a message is edited. */
export function readReplyMarkup(value: unknown, limits: MarkupLimits, onlyInline: boolean): ReplyMarkup {
  if (value === undefined || value === '') return {}
  if (!isObject(value)) throw badRequest('object expected as reply markup')
  if (Buffer.byteLength(JSON.stringify(value)) > limits.maxMarkupBytes)
    throw badRequest('reply markup is too long')
  if (value.inline_keyboard !== undefined) {
    const inline = readInlineKeyboard(value, limits.maxButtons)
    return inline ? { inline } : {}
  }
  const markup = readOther(value, limits.maxButtons)
  if (onlyInline && markup.keyboard !== undefined) throw badRequest('inline keyboard expected')
  return markup
}

function readOther(value: Record<string, unknown>, maxButtons: number): ReplyMarkup {
  if (value.keyboard !== undefined) return { keyboard: readReplyKeyboard(value, maxButtons) }
  if (value.remove_keyboard !== undefined) {
    objectWith(value, ['remove_keyboard', 'selective'], 'ReplyKeyboardRemove')
    return booleanField(value, 'remove_keyboard') ? { keyboard: null } : {}
  }
  if (value.force_reply !== undefined) return { keyboard: readForceReply(value) }
  objectWith(value, [], 'the reply markup')
  return {}
}
