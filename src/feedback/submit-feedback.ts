import { concernsChild } from '../cards/concerns-child.ts'
import { REVIEW } from '../cards/draft-state.ts'
import { fillCard } from '../cards/filled-card.ts'
import { openCase } from '../cases/open-case.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { GUARDIAN_CONSENT_VERSION, hasGuardianConsent } from '../people/guardian-consent.ts'
import { lockDraft } from './load-draft.ts'
import { createReceipt } from './receipt.ts'

export type SubmitResult =
  | {
      ok: true
      submissionId: string
      receipt: string
      caseId: string
      /** the voice messages and photos that are to be fetched from Telegram */
      toFetch: string[]
    }
  | { ok: false; code: 'no_draft' | 'stale' | 'guardian_needed' }

/**
 * Makes the person's card a submission with its case, in the caller's transaction: both or neither, and once, since the
 * submission bears the draft's id and the draft goes in the same transaction. `signedName` is kept only where the person
 * chose to be seen with it. Refuses a card that is not on its review screen, and one about a child where the person has not
 * agreed as its guardian: `asGuardian` says that they do so with this, which is kept for the next ones.
 */
export async function submitFeedback(
  deps: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; draftTag: string; signedName: string; asGuardian?: boolean },
): Promise<SubmitResult> {
  const { tx, clock, random } = deps
  const draft = await lockDraft(tx, input.personId)
  if (!draft) return { ok: false, code: 'no_draft' }
  if (!draft.id.startsWith(input.draftTag) || draft.state.at !== REVIEW) return { ok: false, code: 'stale' }

  if (concernsChild(draft.state)) {
    const person = await tx.person.findUniqueOrThrow({ where: { id: input.personId } })
    if (!hasGuardianConsent(person)) {
      if (!input.asGuardian) return { ok: false, code: 'guardian_needed' }
      await tx.person.update({
        where: { id: input.personId },
        data: { guardianConsentedAt: clock.now(), guardianConsentVersion: GUARDIAN_CONSENT_VERSION },
      })
    }
  }
  const filled = fillCard(draft.card, draft.state)
  const receipt = await freeReceipt(tx, random)
  const createdAt = clock.now()
  await tx.submission.create({
    data: {
      id: draft.id,
      personId: input.personId,
      villageCode: draft.villageCode,
      topic: draft.card.topic,
      cardVersion: draft.card.version,
      aspects: filled.aspects,
      satisfaction: filled.satisfaction,
      answers: filled.answers,
      words: filled.words,
      wish: filled.wish,
      urgency: filled.urgency,
      visibility: filled.visibility,
      signedName: filled.visibility === 'committee_named' ? input.signedName : null,
      receipt,
      createdAt,
    },
  })
  const attachments = filled.parts.map(({ question, part }, position) => ({
    id: random.uuid(),
    submissionId: draft.id,
    question,
    position,
    kind: part.kind,
    fileId: part.kind === 'location' ? null : part.fileId,
    latitude: part.kind === 'location' ? part.latitude : null,
    longitude: part.kind === 'location' ? part.longitude : null,
    state: part.kind === 'location' ? ('stored' as const) : ('pending' as const),
    durationSeconds: part.kind === 'voice' ? (part.durationSeconds ?? null) : null,
  }))
  await tx.attachment.createMany({ data: attachments })
  const caseId = await openCase(
    { tx, clock, random },
    { submissionId: draft.id, villageCode: draft.villageCode, visibility: filled.visibility },
  )
  await tx.draft.delete({ where: { id: draft.id } })
  // whoever spoke for another village once speaks for their own again
  await tx.person.update({ where: { id: input.personId }, data: { speakingVillageCode: null } })
  const toFetch = attachments.filter((each) => each.fileId !== null).map((each) => each.id)
  return { ok: true, submissionId: draft.id, receipt, caseId, toFetch }
}

/** 35 random bits a receipt: at a million submissions one in 34,000 is taken already. */
async function freeReceipt(tx: Db, random: Random): Promise<string> {
  for (;;) {
    const receipt = createReceipt(random)
    if (!(await tx.submission.findUnique({ where: { receipt }, select: { id: true } }))) return receipt
  }
}
