import type { PresserActor } from '../access/actor.ts'
import type { Grant } from '../access/grant.ts'
import { loadGrants } from '../access/grants.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { linkedRegionOf } from './linked-region.ts'
import type { RunsChat } from './runs-chat.ts'

export interface PresserDeps {
  db: Db
  clock: Clock
  administratorIds: readonly number[]
  runsChat: RunsChat
}

/**
 * Who acts in a channel or group: the chat's region, and what this sender may do for it; for `telegramId` (null: nobody
 * signed) and `speaksForChat` see bot/sender-of.ts. Telegram is asked only where the chat is linked, since whoever runs a
 * chat that is not may do nothing by that.
 */
export async function findPresser(
  { db, clock, administratorIds, runsChat }: PresserDeps,
  chat: { id: number; type: PresserActor['chatType'] },
  sender: {
    telegramId: number | null
    speaksForChat: boolean
    /** where they were read already */
    grants?: readonly Grant[]
  },
): Promise<PresserActor> {
  const { telegramId, speaksForChat } = sender
  const regionCode = await linkedRegionOf(db, chat.id)
  const grants =
    sender.grants ??
    (telegramId === null ? [] : await loadGrants({ db, clock, administratorIds }, telegramId))
  const asks = telegramId !== null && regionCode !== null
  return {
    kind: 'presser',
    chatId: chat.id,
    chatType: chat.type,
    telegramId,
    regionCode,
    runsChat: speaksForChat || (asks && (await runsChat(chat.id, telegramId))),
    grants,
  }
}
