import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { findCase } from './find-case.ts'

export type CaseRefusal = 'unknown_case' | 'already_accepted' | 'already_answered' | 'withdrawn' | 'erased'

/**
 * The committee takes a case (受理). Only a submitted case can be accepted, by somebody in a chat that is linked to a
 * region that holds it. The caller tells the resident after the commit.
 */
export async function acceptCase(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { caseId: string; regionCode: string; actorTelegramId: number },
): Promise<{ ok: true } | { ok: false; code: CaseRefusal }> {
  const found = await findCase(tx, input.regionCode, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  const at = clock.now()
  const changed = await tx.case.updateMany({
    where: { id: found.id, status: 'submitted' },
    data: { status: 'accepted', acceptedAt: at },
  })
  if (changed.count === 0) return { ok: false, code: refusalOf(found.status) }
  await tx.caseEvent.create({
    data: { caseId: found.id, kind: 'accepted', actorTelegramId: BigInt(input.actorTelegramId), at },
  })
  return { ok: true }
}

function refusalOf(status: string): CaseRefusal {
  if (status === 'answered') return 'already_answered'
  return status === 'erased' || status === 'withdrawn' ? status : 'already_accepted'
}
