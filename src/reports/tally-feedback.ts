import { type CaseStatus, Prisma } from '../../prisma/client/client.ts'
import { caseStatuses } from '../cases/statuses.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { childCode } from './child-code.ts'
import { type FeedbackQuestion, matchFeedback, type OutOfScope, withinPeriod } from './match-feedback.ts'
import { type FilteredSpan, periodOfFilter } from './period-of-filter.ts'

export interface FeedbackTally {
  /** the region that was counted: the filter's, else the top of the scope */
  regionCode: string
  period: FilteredSpan
  total: number
  /** different people; whoever had their data erased is nobody any more and not among them */
  people: number
  /** submissions whose people had them erased; they are in all other counts */
  erased: number
  /** 5 very satisfied .. 1, how many said so; `mean` of the `answered`, null where nobody did */
  satisfaction: { counts: Record<1 | 2 | 3 | 4 | 5, number>; answered: number; mean: number | null }
  /** submissions that name the aspect (one may name several), most first */
  byAspect: { topic: string; aspect: string; count: number }[]
  byStatus: Record<CaseStatus, number>
  /** the 10 largest one level down, most first, and how many there are with feedback; none below a village */
  byRegion: { code: string; count: number }[]
  regions: number
  /** the same question for the period before; null where there is none */
  before: { total: number; mean: number | null } | null
}

const LARGEST = 10

/** Counts what the filter means, in one statement. Refuses a region outside the scope. */
export async function tallyFeedback(
  { db, clock, timeZone }: { db: Db; clock: Clock; timeZone: string },
  question: FeedbackQuestion,
): Promise<{ ok: true; tally: FeedbackTally } | OutOfScope> {
  const match = matchFeedback(question)
  if (!match.ok) return match
  const period = periodOfFilter(question.filter.period, clock.now(), timeZone)
  const rows = await db.$queryRaw<Row[]>`
    WITH matched AS MATERIALIZED (
      SELECT s.id, s.person_id, s.village_code, s.topic, s.aspects, s.satisfaction, c.status
      FROM submission s JOIN ledger_case c ON c.submission_id = s.id
      WHERE ${match.where} AND ${withinPeriod(period)}
    )
    SELECT 'total' AS kind, NULL AS topic, NULL AS key, count(*)::int AS count, NULL::float8 AS mean FROM matched
    UNION ALL SELECT 'people', NULL, NULL, count(DISTINCT person_id)::int, NULL FROM matched
    UNION ALL SELECT 'erased', NULL, NULL, count(*)::int, NULL FROM matched WHERE person_id IS NULL
    UNION ALL SELECT 'satisfaction', NULL, satisfaction::text, count(*)::int, NULL
      FROM matched WHERE satisfaction IS NOT NULL GROUP BY satisfaction
    UNION ALL SELECT 'status', NULL, status::text, count(*)::int, NULL FROM matched GROUP BY status
    UNION ALL SELECT 'aspect', topic, aspect, count(DISTINCT id)::int, NULL
      FROM matched CROSS JOIN unnest(aspects) AS aspect GROUP BY topic, aspect
    ${byRegion(match.regionCode)}
    ${before(match.where, period)}`
  return { ok: true, tally: { regionCode: match.regionCode, period, ...read(rows, period) } }
}

interface Row {
  kind: 'total' | 'people' | 'erased' | 'satisfaction' | 'status' | 'aspect' | 'region' | 'regions' | 'before'
  topic: string | null
  key: string | null
  count: number
  mean: number | null
}

function byRegion(regionCode: string): Prisma.Sql {
  const code = childCode(regionCode)
  if (!code) return Prisma.empty
  return Prisma.sql`
    UNION ALL (SELECT 'region', NULL, ${code}, count(*)::int, NULL FROM matched
      GROUP BY 3 ORDER BY 4 DESC, 3 LIMIT ${LARGEST}::int)
    UNION ALL SELECT 'regions', NULL, NULL, count(DISTINCT ${code})::int, NULL FROM matched`
}

function before(where: Prisma.Sql, period: FilteredSpan): Prisma.Sql {
  if (!period.before) return Prisma.empty
  return Prisma.sql`
    UNION ALL SELECT 'before', NULL, NULL, count(*)::int, avg(s.satisfaction)::float8
      FROM submission s JOIN ledger_case c ON c.submission_id = s.id
      WHERE ${where} AND ${withinPeriod(period.before)}`
}

function read(rows: Row[], period: FilteredSpan): Omit<FeedbackTally, 'regionCode' | 'period'> {
  const count = (kind: Row['kind'], key: string | null = null) =>
    rows.find((row) => row.kind === kind && row.key === key)?.count ?? 0
  const most = (kind: Row['kind']) =>
    rows.filter((row) => row.kind === kind).sort((a, b) => b.count - a.count || compare(a, b))
  const earlier = rows.find((row) => row.kind === 'before')
  const said = (face: 1 | 2 | 3 | 4 | 5) => count('satisfaction', String(face))
  const counts = { 1: said(1), 2: said(2), 3: said(3), 4: said(4), 5: said(5) }
  const answered = counts[1] + counts[2] + counts[3] + counts[4] + counts[5]
  const points = counts[1] + 2 * counts[2] + 3 * counts[3] + 4 * counts[4] + 5 * counts[5]
  return {
    total: count('total'),
    people: count('people'),
    erased: count('erased'),
    satisfaction: { counts, answered, mean: answered > 0 ? points / answered : null },
    byAspect: most('aspect').map((row) => ({
      topic: row.topic ?? '',
      aspect: row.key ?? '',
      count: row.count,
    })),
    byStatus: Object.fromEntries(
      caseStatuses.map((status) => [status, count('status', status)]),
    ) as FeedbackTally['byStatus'],
    byRegion: most('region').map((row) => ({ code: row.key ?? '', count: row.count })),
    regions: count('regions'),
    before: period.before && earlier ? { total: earlier.count, mean: earlier.mean } : null,
  }
}

/** By topic and key in code-unit order, which is the same on every machine. */
function compare(a: Row, b: Row): number {
  const [left, right] = [`${a.topic} ${a.key}`, `${b.topic} ${b.key}`]
  return left < right ? -1 : left > right ? 1 : 0
}
