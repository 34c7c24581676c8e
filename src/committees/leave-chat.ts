import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { type ChatLedgerDeps, enterChatChange } from './chat-ledger.ts'
import { type DescribedChat, lockChat, notLinked } from './link-chat.ts'

/** Telegram keeps what it could not tell for a day: https://core.telegram.org/bots/api#getting-updates */
const TOLD_WITHIN_MS = 24 * 3600 * 1000

/**
 * The bot is in the chat no more, or the chat is gone: its link ends. `actorTelegramId`: who removed the bot, null where
 * nobody knows. Gives whether there was a link. May be repeated.
 */
export async function leaveChat(
  deps: ChatLedgerDeps,
  { chatId, actorTelegramId }: { chatId: number; actorTelegramId: number | null },
): Promise<boolean> {
  const { tx, clock } = deps
  const [chat] = await tx.$queryRaw<{ region_code: string | null }[]>`
    SELECT region_code FROM committee_chat WHERE chat_id = ${BigInt(chatId)} FOR UPDATE`
  if (!chat) return false
  await tx.committeeChat.update({ where: { chatId }, data: { ...notLinked, leftAt: clock.now() } })
  if (chat.region_code === null) return false
  await enterChatChange(deps, {
    chatId,
    kind: 'left',
    regionBefore: chat.region_code,
    regionAfter: null,
    actorTelegramId,
  })
  return true
}

/**
 * The bot is in the chat, or has other rights there. `cameIn`: it was not there just before. A link that is still there then is
 * one whose end Telegram never told, so it ends now: nobody gets it back by adding the bot.
 */
export async function enterChat(deps: ChatLedgerDeps, chat: DescribedChat, cameIn: boolean): Promise<void> {
  const { tx, clock } = deps
  const regionCode = await lockChat(tx, chat)
  if (cameIn && regionCode !== null && !(await justMigrated(tx, clock, chat.id)))
    await leaveChat(deps, { chatId: chat.id, actorTelegramId: null })
  await tx.committeeChat.update({ where: { chatId: chat.id }, data: { leftAt: null } })
}

/** A group that became a supergroup has the bot come in again, with its link. */
async function justMigrated(tx: Db, clock: Clock, chatId: number): Promise<boolean> {
  const last = await tx.committeeChatEvent.findFirst({ where: { chatId }, orderBy: { id: 'desc' } })
  return last?.kind === 'migrated' && clock.now().getTime() - last.at.getTime() < TOLD_WITHIN_MS
}
