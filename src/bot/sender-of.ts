import type { Context } from 'grammy'

/**
 * Who wrote or pressed, for whatever asks for rights: a Telegram id. Null for what nobody signed: a post that speaks for a
 * chat (a channel's own, an anonymous administrator's, a member's who writes as a channel of theirs), a post that was
 * forwarded into a discussion group by itself, and words that came by way of another bot.
 * https://core.telegram.org/bots/api#message (sender_chat, is_automatic_forward, via_bot)
 */
export function senderOf(ctx: Context): number | null {
  const { callbackQuery, from } = ctx
  if (!from || from.is_bot) return null
  if (callbackQuery) return from.id
  const message = ctx.msg
  const isUnsigned = message?.sender_chat ?? message?.is_automatic_forward ?? message?.via_bot
  return isUnsigned ? null : from.id
}

/**
 * Whether a post speaks for the very chat that it stands in: one of its administrators wrote it, nobody says which. So do
 * all posts of a channel and those of anonymous administrators of a group.
 */
export function speaksForChat(ctx: Context): boolean {
  const { callbackQuery, msg, chat } = ctx
  return !callbackQuery && chat !== undefined && msg?.sender_chat?.id === chat.id && !msg.via_bot
}
