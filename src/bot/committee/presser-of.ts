import { GrammyError } from 'grammy'
import type { PresserActor } from '../../access/actor.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import type { BotContext, BotDeps } from '../context.ts'

/**
 * Who acts in a committee's chat: `telegramId`, where it is known whose press or words these are. Whether they run the chat
 * is asked of Telegram.
 */
export async function presserOf(
  deps: BotDeps,
  ctx: BotContext,
  telegramId: number | null,
): Promise<PresserActor | null> {
  const { chat } = ctx
  if (!chat || chat.type === 'private') return null
  const regionCode = await linkedRegionOf(deps.prisma, chat.id)
  const runsChat = telegramId !== null && regionCode !== null && (await runs(ctx, chat.id, telegramId))
  return {
    kind: 'presser',
    chatId: chat.id,
    chatType: chat.type,
    telegramId,
    regionCode,
    runsChat,
    grants: [],
  }
}

async function runs(ctx: BotContext, chatId: number, telegramId: number): Promise<boolean> {
  try {
    const { status } = await ctx.api.getChatMember(chatId, telegramId)
    return status === 'creator' || status === 'administrator'
  } catch (error) {
    // somebody who left, or a chat in which the bot may not ask
    if (error instanceof GrammyError && error.error_code === 400) return false
    throw error
  }
}
