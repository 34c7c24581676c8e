import type { Db } from '../db/database.ts'
import { subtreeRange } from '../regions/region-code.ts'
import { type CaseView, caseView } from './case-view.ts'
import { OPEN } from './statuses.ts'

export const CASES_PER_PAGE = 6

/** What a region still has to answer, the most urgent and the oldest first, a page at a time (from 0), with the total. */
export async function listOpenCases(
  db: Db,
  regionCode: string,
  page: number,
): Promise<{ cases: CaseView[]; total: number }> {
  const where = { holderCode: subtreeRange(regionCode), status: { in: OPEN } }
  const [cases, total] = [
    await db.case.findMany({
      where,
      select: caseView,
      orderBy: [{ submission: { urgency: 'desc' } }, { createdAt: 'asc' }, { id: 'asc' }],
      skip: page * CASES_PER_PAGE,
      take: CASES_PER_PAGE,
    }),
    await db.case.count({ where }),
  ]
  return { cases, total }
}
