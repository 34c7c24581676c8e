import type { CardDefinition } from '../cards/card-definition.ts'
import type { DraftState } from '../cards/draft-state.ts'
import { fillCard } from '../cards/filled-card.ts'
import { openCase } from '../cases/open-case.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { createReceipt } from './receipt.ts'

export interface CreatedSubmission {
  submissionId: string
  receipt: string
  caseId: string
}

/**
 * Makes a filled card a submission of that person with its case, in the caller's transaction. `id` is the card's own, so a
 * second time fails. What is to be fetched from Telegram, and who is told of it, is left to jobs. `signedName` is kept only where the card says that it may be seen.
 */
export async function createSubmission(
  { tx, clock, random, sendJob }: { tx: Db; clock: Clock; random: Random; sendJob: SendJob },
  input: {
    id: string
    personId: string
    villageCode: string
    card: CardDefinition
    state: DraftState
    signedName: string | null
  },
): Promise<CreatedSubmission> {
  const { id, personId, villageCode, card, state } = input
  const { parts, ...filled } = fillCard(card, state)
  const receipt = await freeReceipt(tx, random)
  await tx.submission.create({
    data: {
      ...filled,
      id,
      personId,
      villageCode,
      topic: card.topic,
      cardVersion: card.version,
      signedName: filled.visibility === 'committee_named' ? input.signedName : null,
      receipt,
      createdAt: clock.now(),
    },
  })
  const attachments = parts.map(({ question, part }, position) => ({
    id: random.uuid(),
    submissionId: id,
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
    { tx, clock, random, sendJob },
    { submissionId: id, villageCode, visibility: filled.visibility },
  )
  for (const { id: attachmentId, fileId } of attachments)
    if (fileId !== null) await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId } })
  return { submissionId: id, receipt, caseId }
}

/** 35 random bits a receipt: at a million submissions one in 34,000 is taken already. */
async function freeReceipt(tx: Db, random: Random): Promise<string> {
  for (;;) {
    const receipt = createReceipt(random)
    if (!(await tx.submission.findUnique({ where: { receipt }, select: { id: true } }))) return receipt
  }
}
