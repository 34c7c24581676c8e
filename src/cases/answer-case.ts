import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { CaseRefusal } from './accept-case.ts'
import { findCase } from './find-case.ts'

/**
 * The committee answers a case (答复). An answer to a case that nobody accepted accepts it, too; a later answer replaces
 * the earlier one, and the ledger keeps both: `eventId` is its line there. The caller tells the resident after the commit.
 */
export async function answerCase(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { caseId: string; regionCode: string; actorTelegramId: number; text: string },
): Promise<
  { ok: true; number: number; submissionId: string; eventId: bigint } | { ok: false; code: CaseRefusal }
> {
  const found = await findCase(tx, input.regionCode, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  if (found.status === 'erased' || found.status === 'withdrawn') return { ok: false, code: found.status }
  const at = clock.now()
  const actorTelegramId = BigInt(input.actorTelegramId)
  await tx.case.updateMany({ where: { id: found.id, acceptedAt: null }, data: { acceptedAt: at } })
  await tx.case.update({
    where: { id: found.id },
    data: {
      status: 'answered',
      answer: input.text,
      answeredAt: at,
      // a new answer waits for a new verdict
      verdict: null,
      verdictAt: null,
      contentment: null,
    },
  })
  const { id: eventId } = await tx.caseEvent.create({
    data: { caseId: found.id, kind: 'answered', actorTelegramId, text: input.text, at },
    select: { id: true },
  })
  return { ok: true, number: found.number, submissionId: found.submission.id, eventId }
}
