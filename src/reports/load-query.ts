import type { Db } from '../db/database.ts'
import { type FeedbackFilter, feedbackFilterSchema } from './feedback-filter.ts'

/** A saved query's filter. Refuses an id that is gone, is somebody else's, or holds a filter of an older kind. */
export async function loadQuery(
  db: Db,
  query: { id: string; telegramId: number },
): Promise<{ ok: true; filter: FeedbackFilter } | { ok: false; code: 'not_found' }> {
  const row = await db.feedbackQuery.findUnique({ where: { id: query.id } })
  if (!row || row.telegramId !== BigInt(query.telegramId)) return { ok: false, code: 'not_found' }
  const filter = feedbackFilterSchema.safeParse(row.filter)
  return filter.success ? { ok: true, filter: filter.data } : { ok: false, code: 'not_found' }
}
