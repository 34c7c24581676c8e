import { hasConsent } from '../people/remember-person.ts'
import { allowedOf, type PressKind } from '../presses/callback-data.ts'
import type { Presser, PressPlace } from '../presses/define-button.ts'
import type { BotContext } from './context.ts'

/** Why a button may not be pressed: not in such a chat or on that message, or not by this person. */
export type PressRefusal = 'not-here' | 'consent-first' | 'administrators-only'

/**
 * Whether a button of this kind may be pressed in this chat and by this person; null: it may. In a committee's chat also
 * whether the message bears it, since what comes of a press is shown in that message's place, and others read there too.
 */
export function refusalOf(ctx: BotContext, kind: PressKind): PressRefusal | null {
  const { where, by } = allowedOf(kind)
  if (placeOf(ctx) !== where) return 'not-here'
  if (where === 'committee' && !isOnMessage(ctx)) return 'not-here'
  return refusals[by](ctx)
}

const refusals: Record<Presser, (ctx: BotContext) => PressRefusal | null> = {
  anybody: () => null,
  consented: ({ person }) => (hasConsent(person) ? null : 'consent-first'),
  // which of the people in the chat, is asked of the policies by what they do
  committee: () => null,
  administrator: ({ scope }) => (scope ? null : 'administrators-only'),
}

/** Null without a chat: the button of a message that was sent by way of us into a chat that we are not in. */
function placeOf({ chat }: BotContext): PressPlace | null {
  if (!chat) return null
  return chat.type === 'private' ? 'private' : 'committee'
}

/** Whether the pressed message bears the button, or is too old for Telegram to say. */
function isOnMessage({ callbackQuery }: BotContext): boolean {
  const message = callbackQuery?.message
  if (!message) return false
  if (message.date === 0) return true
  const rows = 'reply_markup' in message ? (message.reply_markup?.inline_keyboard ?? []) : []
  return rows.flat().some((each) => 'callback_data' in each && each.callback_data === callbackQuery.data)
}
