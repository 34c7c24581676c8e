import type { CommitteeChatEventKind } from '../../prisma/client/client.ts'
import { administratorsOf } from '../access/administrators-of.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'

export interface ChatLedgerDeps {
  /** a transaction */
  tx: Db
  clock: Clock
  sendJob: SendJob
  administratorIds: readonly number[]
}

/** What became of the link of a chat. `actorTelegramId` null: nobody who is known. */
export interface ChatChange {
  chatId: number
  kind: Exclude<CommitteeChatEventKind, 'migrated'>
  regionBefore: string | null
  regionAfter: string | null
  actorTelegramId: number | null
}

/**
 * Enters what became of a chat's link into the ledger, in the transaction that does it, and leaves a job for each
 * administrator of the region that it had or has: they all hear of it in private.
 */
export async function enterChatChange(
  { tx, clock, sendJob, administratorIds }: ChatLedgerDeps,
  { chatId, kind, regionBefore, regionAfter, actorTelegramId }: ChatChange,
): Promise<void> {
  const { id } = await tx.committeeChatEvent.create({
    data: { chatId, kind, regionBefore, regionAfter, actorTelegramId, at: clock.now() },
    select: { id: true },
  })
  const codes = [regionBefore, regionAfter].filter((code) => code !== null)
  for (const telegramId of await administratorsOf({ db: tx, clock, administratorIds }, codes))
    await sendJob(tx, { name: 'tell-administrator', data: { eventId: String(id), telegramId } })
}
