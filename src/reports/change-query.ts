import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { FeedbackFilter } from './feedback-filter.ts'

/** Puts another filter in place of a saved query's. Does nothing where it is not this administrator's, or gone. */
export async function changeQuery(
  { db, clock }: { db: Db; clock: Clock },
  query: { id: string; telegramId: number; filter: FeedbackFilter },
): Promise<void> {
  await db.feedbackQuery.updateMany({
    where: { id: query.id, telegramId: BigInt(query.telegramId) },
    data: { filter: query.filter, updatedAt: clock.now() },
  })
}
