import { OPEN, statusList } from '../cases/statuses.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { lockDraft } from './load-draft.ts'

export type EndorseResult = { ok: true } | { ok: false; code: 'no_draft' | 'stale' | 'not_open' }

/**
 * "Me too": the person stands behind what somebody else of the village said, in place of their own card, which goes. They
 * count once, however often it comes, also by two presses at once. Refuses where the card of that button is not open any
 * more, and a suggestion that is not open, of another village or topic, kept from the village, or the person's own.
 */
export async function endorseSuggestion(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; draftTag: string; submissionId: string },
): Promise<EndorseResult> {
  const { personId, submissionId } = input
  const draft = await lockDraft(tx, personId)
  if (!draft) return { ok: false, code: 'no_draft' }
  if (!draft.id.startsWith(input.draftTag)) return { ok: false, code: 'stale' }
  // held until the commit, in the order of cases/apply-transition.ts: it cannot be erased or taken back in between
  const [alike] = await tx.$queryRaw<{ id: string }[]>`
    SELECT s.id FROM submission s
    WHERE s.id = ${submissionId}::uuid AND s.village_code = ${draft.villageCode} AND s.topic = ${draft.card.topic}
      AND s.visibility <> 'township' AND s.person_id <> ${personId}::uuid
    FOR SHARE`
  const [open] = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM ledger_case c
    WHERE c.submission_id = ${submissionId}::uuid AND c.holder_code = ${draft.villageCode}
      AND c.status IN ${statusList(OPEN)}
    FOR SHARE`
  if (!alike || !open) return { ok: false, code: 'not_open' }
  await tx.endorsement.createMany({
    data: [{ id: random.uuid(), submissionId, personId, createdAt: clock.now() }],
    skipDuplicates: true,
  })
  await tx.draft.delete({ where: { id: draft.id } })
  return { ok: true }
}
