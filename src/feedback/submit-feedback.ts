import { concernsChild } from '../cards/concerns-child.ts'
import { REVIEW } from '../cards/draft-state.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { hasGuardianConsent, keepGuardianConsent } from '../people/guardian-consent.ts'
import { type CreatedSubmission, createSubmission } from './create-submission.ts'
import { lockDraft } from './load-draft.ts'

export type SubmitResult =
  | ({ ok: true } & CreatedSubmission)
  | { ok: false; code: 'no_draft' | 'stale' | 'needs_consent' | 'guardian_needed' }

/**
 * Makes the person's card a submission with its case, in the caller's transaction: both or neither, and once, since the
 * submission bears the draft's id and the draft goes in the same transaction. `signedName` is kept only where the person
 * chose to be seen with it. Refuses a card that is not on its review screen, one that is filled in for somebody else (that
 * waits for their consent: proxy/park-proxy.ts), and one about a child where the person has not agreed as its guardian:
 * `asGuardian` says that they do so with this, which is kept for the next ones.
 */
export async function submitFeedback(
  deps: { tx: Db; clock: Clock; random: Random; sendJob: SendJob },
  input: { personId: string; draftTag: string; signedName: string; asGuardian?: boolean },
): Promise<SubmitResult> {
  const { tx } = deps
  const { personId, signedName } = input
  const draft = await lockDraft(tx, personId)
  if (!draft) return { ok: false, code: 'no_draft' }
  if (!draft.id.startsWith(input.draftTag) || draft.state.at !== REVIEW) return { ok: false, code: 'stale' }
  if (draft.filedFor) return { ok: false, code: 'needs_consent' }
  if (concernsChild(draft.state)) {
    const person = await tx.person.findUniqueOrThrow({ where: { id: personId } })
    if (!hasGuardianConsent(person)) {
      if (!input.asGuardian) return { ok: false, code: 'guardian_needed' }
      await keepGuardianConsent(deps, personId)
    }
  }
  const { id, villageCode, card, state } = draft
  const created = await createSubmission(deps, { id, personId, villageCode, card, state, signedName })
  await tx.draft.delete({ where: { id } })
  // whoever spoke for another village once speaks for their own again
  await tx.person.update({ where: { id: personId }, data: { speakingVillageCode: null } })
  return { ok: true, ...created }
}
