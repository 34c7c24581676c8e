import { ANSWERED, statusList } from '../cases/statuses.ts'
import type { Db } from '../db/database.ts'
import { hideSmallGroups, mayTellPart, SMALLEST_GROUP } from '../privacy/hide-small-groups.ts'

/** What everybody may know of a village and a period. Absent figures are of too few people. */
export interface PublicFigures {
  /** null: fewer than SMALLEST_GROUP people spoke, perhaps nobody */
  total: { submissions: number; people: number } | null
  topics: { topic: string; count: number }[]
  /** what was said in the period and is answered by now; of it what is fixed in the residents' own word */
  answered: { count: number; fixed: number | null } | null
}

interface Row {
  topic: string | null
  count: number
  people: number
  answered: number
  answeredPeople: number
  openPeople: number
  fixed: number
  fixedPeople: number
  unfixedPeople: number
}

/**
 * Counts what the village itself holds (what was kept from it is not in it), and hides groups of fewer than SMALLEST_GROUP
 * people and what would let one subtract them. Erased cards are counted, but are nobody: no group becomes big enough by them.
 * The period goes from `start` to before `end`.
 */
export async function collectPublicFigures(
  db: Db,
  { villageCode, period }: { villageCode: string; period: { start: Date; end: Date } },
): Promise<PublicFigures> {
  const answered = statusList(ANSWERED)
  const rows = await db.$queryRaw<Row[]>`
    SELECT s.topic, count(*)::int AS count, count(DISTINCT s.person_id)::int AS people,
      count(*) FILTER (WHERE c.status IN ${answered})::int AS answered,
      count(DISTINCT s.person_id) FILTER (WHERE c.status IN ${answered})::int AS "answeredPeople",
      count(DISTINCT s.person_id) FILTER (WHERE c.status NOT IN ${answered})::int AS "openPeople",
      count(*) FILTER (WHERE c.status IN ${answered} AND c.verdict = 'fixed')::int AS fixed,
      count(DISTINCT s.person_id)
        FILTER (WHERE c.status IN ${answered} AND c.verdict = 'fixed')::int AS "fixedPeople",
      count(DISTINCT s.person_id)
        FILTER (WHERE c.status IN ${answered} AND c.verdict IS DISTINCT FROM 'fixed')::int AS "unfixedPeople"
    FROM ledger_case c JOIN submission s ON s.id = c.submission_id
    WHERE c.holder_code = ${villageCode} AND c.created_at >= ${period.start} AND c.created_at < ${period.end}
    GROUP BY GROUPING SETS ((), (s.topic)) ORDER BY s.topic`
  const all = rows.find(({ topic }) => topic === null)
  if (!all || all.people < SMALLEST_GROUP) return { total: null, topics: [], answered: null }
  const topics = rows.flatMap(({ topic, count, people }) =>
    topic === null ? [] : [{ topic, count, people }],
  )
  return {
    total: { submissions: all.count, people: all.people },
    topics: hideSmallGroups(topics).map(({ topic, count }) => ({ topic, count })),
    answered: mayTellPart(all.answeredPeople, all.openPeople)
      ? {
          count: all.answered,
          fixed: mayTellPart(all.fixedPeople, all.unfixedPeople) ? all.fixed : null,
        }
      : null,
  }
}
