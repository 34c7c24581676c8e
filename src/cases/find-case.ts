import type { Db } from '../db/database.ts'
import { isWithin } from '../regions/region-code.ts'
import { type CaseView, caseView } from './case-view.ts'

/** A case by id, for somebody who may see what the given region holds; null where it is none of theirs. */
export async function findCase(db: Db, regionCode: string, caseId: string): Promise<CaseView | null> {
  const found = await db.case.findUnique({ where: { id: caseId }, select: caseView })
  return found && isWithin(found.holderCode, regionCode) ? found : null
}
