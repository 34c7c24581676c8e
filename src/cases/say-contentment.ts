import type { Contentment } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { findOwnCase } from './find-own-case.ts'

/** How satisfied the resident is with the way it was dealt with, once they gave their verdict. May be changed. */
export async function sayContentment(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { personId: string; caseId: string; contentment: Contentment },
): Promise<{ ok: true } | { ok: false; code: 'unknown_case' | 'no_verdict' }> {
  const found = await findOwnCase(tx, input.personId, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  if (found.verdict === null) return { ok: false, code: 'no_verdict' }
  await tx.case.update({ where: { id: found.id }, data: { contentment: input.contentment } })
  await tx.caseEvent.create({
    data: { caseId: found.id, kind: `contentment_${input.contentment}`, at: clock.now() },
  })
  return { ok: true }
}
