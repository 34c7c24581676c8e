import { deadlines } from '../cases/deadlines.ts'
import { ANSWERED, GONE, IN_HAND, OPEN, statusList, WAITING } from '../cases/statuses.ts'
import type { Db } from '../db/database.ts'
import { subtreeRange } from '../regions/region-code.ts'
import type { DigestFacts } from './digest-facts.ts'

/** How many aspects a digest names. */
const ASPECTS = 3

type RateCount = 'all' | 'up' | 'accepted' | 'answered' | 'fixed' | 'silent' | 'said' | 'satisfied'

interface Counted {
  facts: Pick<
    DigestFacts,
    'submissions' | 'people' | 'submissionsBefore' | 'topics' | 'aspects' | 'satisfaction' | 'open' | 'rates'
  >
  /** of the period, without those that were erased since */
  shownNewest: number
  shownAnswered: number
  shownOverdue: number
}

/** The numbers of a digest, counted by the database. Both stretches go from `start` to before `end`. */
export async function countDigestFacts(
  db: Db,
  input: {
    regionCode: string
    period: { start: Date; end: Date }
    before: { start: Date; end: Date }
    asOf: Date
  },
): Promise<Counted> {
  const { period, before, asOf } = input
  const { gte, lt } = subtreeRange(input.regionCode)

  const totals = await db.$queryRaw<
    { topic: string | null; count: number; people: number; before: number }[]
  >`
    SELECT s.topic,
      count(*) FILTER (WHERE c.created_at >= ${period.start})::int AS count,
      count(DISTINCT s.person_id) FILTER (WHERE c.created_at >= ${period.start})::int AS people,
      count(*) FILTER (WHERE c.created_at < ${before.end})::int AS before
    FROM ledger_case c JOIN submission s ON s.id = c.submission_id
    WHERE c.holder_code >= ${gte} AND c.holder_code < ${lt}
      AND c.created_at >= ${before.start} AND c.created_at < ${period.end}
    GROUP BY GROUPING SETS ((), (s.topic))`
  const inAll = totals.find(({ topic }) => topic === null)

  const aspects = await db.$queryRaw<{ topic: string; aspect: string; count: number }[]>`
    SELECT s.topic, aspect, count(DISTINCT c.id)::int AS count
    FROM ledger_case c JOIN submission s ON s.id = c.submission_id, unnest(s.aspects) AS aspect
    WHERE c.holder_code >= ${gte} AND c.holder_code < ${lt}
      AND c.created_at >= ${period.start} AND c.created_at < ${period.end} AND aspect <> 'something_else'
    GROUP BY s.topic, aspect ORDER BY count DESC, s.topic, aspect LIMIT ${ASPECTS}`

  const faces = await db.$queryRaw<{ face: number; count: number }[]>`
    SELECT s.satisfaction AS face, count(*)::int AS count
    FROM ledger_case c JOIN submission s ON s.id = c.submission_id
    WHERE c.holder_code >= ${gte} AND c.holder_code < ${lt}
      AND c.created_at >= ${period.start} AND c.created_at < ${period.end} AND s.satisfaction IS NOT NULL
    GROUP BY s.satisfaction`

  const acceptBy = daysBefore(asOf, deadlines.acceptWithinDays)
  const acceptHours = deadlines.acceptWithinDays * 24
  const [rates] = await db.$queryRaw<Record<RateCount, number>[]>`
    SELECT count(*)::int AS all,
      count(*) FILTER (WHERE created_at <= ${acceptBy})::int AS up,
      count(*) FILTER (WHERE created_at <= ${acceptBy}
        AND accepted_at <= created_at + ${acceptHours}::int * interval '1 hour')::int AS accepted,
      count(*) FILTER (WHERE answered_at IS NOT NULL)::int AS answered,
      count(*) FILTER (WHERE verdict = 'fixed')::int AS fixed,
      count(*) FILTER (WHERE status IN ${statusList(ANSWERED)} AND verdict IS NULL)::int AS silent,
      count(contentment)::int AS said,
      count(*) FILTER (WHERE contentment IN ('satisfied', 'fairly'))::int AS satisfied
    FROM ledger_case
    WHERE holder_code >= ${gte} AND holder_code < ${lt}
      AND created_at >= ${period.start} AND created_at < ${period.end} AND status NOT IN ${statusList(GONE)}`

  const [standing] = await db.$queryRaw<{ open: number; overdue: number; answered: number }[]>`
    SELECT count(*) FILTER (WHERE status IN ${statusList(OPEN)})::int AS open,
      count(*) FILTER (WHERE status IN ${statusList(WAITING)} AND created_at <= ${acceptBy}
        OR status IN ${statusList(IN_HAND)} AND created_at <= ${daysBefore(asOf, deadlines.answerWithinDays)})::int AS overdue,
      count(*) FILTER (WHERE status IN ${statusList(ANSWERED)} AND answer IS NOT NULL
        AND answered_at >= ${period.start} AND answered_at < ${period.end})::int AS answered
    FROM ledger_case WHERE holder_code >= ${gte} AND holder_code < ${lt}`

  return {
    facts: {
      submissions: inAll?.count ?? 0,
      people: inAll?.people ?? 0,
      submissionsBefore: inAll?.before ?? 0,
      topics: totals.flatMap(({ topic, count, before: earlier }) =>
        topic === null || count + earlier === 0 ? [] : [{ topic, count, before: earlier }],
      ),
      aspects,
      satisfaction: satisfactionOf(faces),
      open: standing?.open ?? 0,
      rates: {
        responded: { count: rates?.accepted ?? 0, of: rates?.up ?? 0 },
        resolved: { count: rates?.answered ?? 0, of: rates?.all ?? 0 },
        confirmed: { count: rates?.fixed ?? 0, of: rates?.answered ?? 0, silent: rates?.silent ?? 0 },
        satisfied: { count: rates?.satisfied ?? 0, of: rates?.said ?? 0 },
      },
    },
    shownNewest: rates?.all ?? 0,
    shownAnswered: standing?.answered ?? 0,
    shownOverdue: standing?.overdue ?? 0,
  }
}

function satisfactionOf(faces: { face: number; count: number }[]): DigestFacts['satisfaction'] {
  const of = (face: number) => faces.find((each) => each.face === face)?.count ?? 0
  const said = faces.reduce((sum, { count }) => sum + count, 0)
  const sum = faces.reduce((total, { face, count }) => total + face * count, 0)
  return { counts: [of(5), of(4), of(3), of(2), of(1)], mean: said > 0 ? sum / said : null }
}

function daysBefore(instant: Date, days: number): Date {
  return new Date(instant.getTime() - days * 86_400_000)
}
