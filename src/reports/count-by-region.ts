import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { childCode } from './child-code.ts'
import { type FeedbackQuestion, matchFeedback, type OutOfScope, withinPeriod } from './match-feedback.ts'
import { periodOfFilter } from './period-of-filter.ts'

/** How many submissions each region one level below the filter's has; those without any are not in the map. */
export async function countByRegion(
  { db, clock, timeZone }: { db: Db; clock: Clock; timeZone: string },
  question: FeedbackQuestion,
): Promise<{ ok: true; counts: Map<string, number> } | OutOfScope> {
  const match = matchFeedback(question)
  if (!match.ok) return match
  const code = childCode(match.regionCode)
  if (!code) return { ok: true, counts: new Map() }
  const period = periodOfFilter(question.filter.period, clock.now(), timeZone)
  const rows = await db.$queryRaw<{ code: string; count: number }[]>`
    SELECT ${code} AS code, count(*)::int AS count
    FROM submission s JOIN ledger_case c ON c.submission_id = s.id
    WHERE ${match.where} AND ${withinPeriod(period)}
    GROUP BY 1`
  return { ok: true, counts: new Map(rows.map((row) => [row.code, row.count])) }
}
