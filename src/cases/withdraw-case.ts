import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { findOwnCase } from './find-own-case.ts'

/**
 * The resident takes a suggestion back: nobody has to do anything any more. It stays in the counts and in the person's own
 * list; erasing is another thing. Refuses one that was answered already.
 */
export async function withdrawCase(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { personId: string; caseId: string },
): Promise<{ ok: true } | { ok: false; code: 'unknown_case' | 'already_answered' }> {
  const found = await findOwnCase(tx, input.personId, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  const changed = await tx.case.updateMany({
    where: { id: found.id, status: { in: ['submitted', 'accepted'] } },
    data: { status: 'withdrawn' },
  })
  if (changed.count === 0 && found.status !== 'withdrawn') return { ok: false, code: 'already_answered' }
  if (changed.count > 0)
    await tx.caseEvent.create({ data: { caseId: found.id, kind: 'withdrawn', at: clock.now() } })
  return { ok: true }
}
