import { findOwnCase } from '../cases/find-own-case.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'

/** More words to what the person said earlier, kept as they were said. Refuses a case that is not theirs or withdrawn. */
export async function addWords(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; caseId: string; text: string },
): Promise<{ ok: true } | { ok: false; code: 'unknown_case' | 'withdrawn' }> {
  const found = await findOwnCase(tx, input.personId, input.caseId)
  if (!found) return { ok: false, code: 'unknown_case' }
  if (found.status === 'withdrawn') return { ok: false, code: 'withdrawn' }
  const createdAt = clock.now()
  await tx.addition.create({
    data: { id: random.uuid(), submissionId: found.submission.id, text: input.text, createdAt },
  })
  await tx.caseEvent.create({ data: { caseId: found.id, kind: 'added', at: createdAt } })
  return { ok: true }
}
