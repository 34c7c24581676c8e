import type { CaseVerdict } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { findOwnCase } from './find-own-case.ts'

export type VerdictRefusal = 'unknown_case' | 'not_answered'

/**
 * The resident says whether it was fixed: only their word closes a case. "Not fixed" reopens it. Refuses a case that is
 * not theirs or has no answer yet. A later word replaces the earlier one as long as the answer stands.
 */
export async function giveVerdict(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { personId: string; caseId: string; verdict: CaseVerdict },
): Promise<{ ok: true; reopened: boolean } | { ok: false; code: VerdictRefusal }> {
  const found = await findOwnCase(tx, input.personId, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  const at = clock.now()
  const reopened = input.verdict === 'not_fixed'
  const changed = await tx.case.updateMany({
    where: { id: found.id, status: 'answered' },
    data: {
      verdict: input.verdict,
      verdictAt: at,
      contentment: null,
      ...(reopened ? { status: 'accepted' as const } : {}),
    },
  })
  if (changed.count === 0) return { ok: false, code: 'not_answered' }
  await tx.caseEvent.create({ data: { caseId: found.id, kind: `verdict_${input.verdict}`, at } })
  return { ok: true, reopened }
}
