import type { BotContext } from '../context.ts'

/**
 * Whose words they are: in a channel, or as the group itself, those of whoever asked for the answer, since such a post says
 * only which chat speaks. Null for words that carry no rights: somebody who speaks as a channel of their own, by way of
 * another bot, or a post that came here by itself.
 */
export function speakerOf(ctx: BotContext, askedTelegramId: bigint): number | null {
  const { chat, msg, senderChat } = ctx
  if (!msg || msg.via_bot || ('is_automatic_forward' in msg && msg.is_automatic_forward)) return null
  if (senderChat) return senderChat.id === chat?.id ? Number(askedTelegramId) : null
  return ctx.from?.id ?? null
}
