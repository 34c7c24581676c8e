import type { CaseStatus } from '../../prisma/client/client.ts'
import { deadlines } from '../cases/deadlines.ts'
import { ANSWERED, GONE, IN_HAND, WAITING } from '../cases/statuses.ts'
import type { Db } from '../db/database.ts'
import { describeRegions } from '../regions/describe-region.ts'
import { subtreeRange } from '../regions/region-code.ts'
import { countDigestFacts } from './count-digest-facts.ts'
import type { CaseFact, DigestFacts } from './digest-facts.ts'
import { type Period, periodBefore } from './period.ts'

/** How many cases each list of a digest shows. */
const SHOWN = 5
const SHOWN_OVERDUE = 3
const DAY_MS = 86_400_000

/** How long a case may stand where it stands, in days since it was opened. */
const waits = [
  { statuses: WAITING, days: deadlines.acceptWithinDays },
  { statuses: IN_HAND, days: deadlines.answerWithinDays },
]

/**
 * What a committee is told of its region and all below it, by who holds the case: what a resident kept from the village
 * is the township's and appears in no count of the village. `asOf` is the present, for what is open and overdue. Run it
 * in a repeatable-read transaction where the counts must agree while people write. Null for a region that is unknown.
 */
export async function collectDigestFacts(
  db: Db,
  input: { regionCode: string; period: Period; interim: boolean; asOf: Date },
): Promise<DigestFacts | null> {
  const { regionCode, period, interim, asOf } = input
  const region = (await describeRegions(db, [regionCode])).get(regionCode)
  if (!region) return null

  const counts = await countDigestFacts(db, { ...input, before: comparedWith(period, interim) })
  const holderCode = subtreeRange(regionCode)
  const within = { gte: period.start, lt: period.end }
  const newest = await db.case.findMany({
    where: { holderCode, createdAt: within, status: { notIn: GONE } },
    select: caseFact,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  })
  const answered = await db.case.findMany({
    where: { holderCode, answeredAt: within, status: { in: ANSWERED }, answer: { not: null } },
    select: caseFact,
    orderBy: [{ answeredAt: 'desc' }, { id: 'asc' }],
    take: SHOWN,
  })
  const overdue: (typeof newest)[number][] = []
  for (const { statuses, days } of waits)
    overdue.push(
      ...(await db.case.findMany({
        where: {
          holderCode,
          status: { in: statuses },
          createdAt: { lte: new Date(asOf.getTime() - days * DAY_MS) },
        },
        select: caseFact,
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        take: SHOWN_OVERDUE,
      })),
    )
  const villageCodes = [newest, answered, overdue].flat().map(({ submission }) => submission.villageCode)
  const villages = await describeRegions(db, villageCodes)
  const toFact = ({ number, submission }: (typeof newest)[number]): CaseFact => ({
    submissionId: submission.id,
    number,
    topic: submission.topic,
    aspects: submission.aspects,
    village: villages.get(submission.villageCode) ?? null,
    direct: submission.visibility === 'township',
    signedName: submission.signedName,
  })

  return {
    ...counts.facts,
    region,
    period,
    interim,
    newest: {
      of: counts.shownNewest,
      cases: newest.map((row) => ({
        ...toFact(row),
        words: row.submission.words,
        urgency: row.submission.urgency,
        endorsements: row.submission._count.endorsements,
      })),
    },
    answered: {
      of: counts.shownAnswered,
      cases: answered.map((row) => ({ ...toFact(row), answer: row.answer ?? '' })),
    },
    overdue: {
      of: counts.shownOverdue,
      cases: overdue
        .map((row) => ({ ...toFact(row), daysOver: daysOver(row, asOf) }))
        .sort((a, b) => b.daysOver - a.daysOver)
        .slice(0, SHOWN_OVERDUE),
    },
  }
}

const caseFact = {
  number: true,
  status: true,
  createdAt: true,
  answer: true,
  submission: {
    select: {
      id: true,
      topic: true,
      aspects: true,
      words: true,
      urgency: true,
      villageCode: true,
      visibility: true,
      signedName: true,
      _count: { select: { endorsements: true } },
    },
  },
} as const

/** The period before; of it only as much as has passed of a period that still runs. */
function comparedWith(period: Period, interim: boolean): { start: Date; end: Date } {
  const whole = periodBefore(period)
  if (!interim) return whole
  const elapsed = period.end.getTime() - period.start.getTime()
  return { start: whole.start, end: new Date(Math.min(whole.start.getTime() + elapsed, whole.end.getTime())) }
}

function daysOver(row: { status: CaseStatus; createdAt: Date }, asOf: Date): number {
  const allowed = waits.find(({ statuses }) => statuses.includes(row.status))?.days ?? 0
  return Math.floor((asOf.getTime() - row.createdAt.getTime()) / DAY_MS - allowed) + 1
}
