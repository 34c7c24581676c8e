import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { SinkName } from '../sinks/sink.ts'

/** What one event makes be told, to one reader or to many. */
export interface Content {
  /** a UUID that stays the same when the job that tells it is repeated */
  id: string
  /** the job that tells it */
  kind: string
  /** of whom it tells, so that erasure can drop it */
  submissionId: string | null
}

export interface Reader {
  sink: SinkName
  chatId: number
}

/** Adds a pending row for each reader and part that has none yet. May be repeated. Returns how many were added. */
export async function planDeliveries(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  content: Content,
  readers: readonly Reader[],
  parts = 1,
): Promise<number> {
  const { count } = await tx.delivery.createMany({
    data: readers.flatMap(({ sink, chatId }) =>
      Array.from({ length: parts }, (_, part) => ({
        id: random.uuid(),
        contentId: content.id,
        kind: content.kind,
        submissionId: content.submissionId,
        part,
        sink,
        chatId: BigInt(chatId),
        state: 'pending' as const,
        createdAt: clock.now(),
      })),
    ),
    skipDuplicates: true,
  })
  return count
}

/**
 * For erasure, in its transaction: drops what is still to be sent about these submissions, and all rows about the
 * person's own chat, if one is given. What is on its way at this moment is found by keepPosted.
 */
export async function dropDeliveries(
  tx: Db,
  { submissionIds, chatId }: { submissionIds: readonly string[]; chatId?: number },
): Promise<number> {
  const { count } = await tx.delivery.deleteMany({
    where: {
      OR: [
        { submissionId: { in: [...submissionIds] }, state: 'pending' },
        ...(chatId === undefined ? [] : [{ chatId: BigInt(chatId) }]),
      ],
    },
  })
  return count
}
