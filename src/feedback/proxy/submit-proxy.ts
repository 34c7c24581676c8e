import type { Prisma } from '../../../prisma/client/client.ts'
import { findReaders } from '../../committees/find-readers.ts'
import type { Db } from '../../db/database.ts'
import type { SendJob } from '../../db/job.ts'
import { statementsOf } from '../../db/statements.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Random } from '../../lib/random.ts'
import { type Claim, type CreatedSubmission, createSubmission } from '../create-submission.ts'
import type { PendingProxy } from './pending-proxy.ts'

export interface ProxyDeps {
  tx: Db
  clock: Clock
  random: Random
  sendJob: SendJob
}

const claimParked: Claim = {
  name: 'parked',
  text: 'claimed AS (DELETE FROM pending_proxy WHERE id = $1::uuid RETURNING id)',
  values: [],
}

/**
 * Makes a card a submission now that whom it is filed for agreed. The caller holds it and knows who agreed: after a press
 * in their own chat it is theirs, after their voice it is the filer's. It is signed only with a name that is told.
 */
export async function submitProxy(
  { tx, clock, random, sendJob }: ProxyDeps,
  pending: PendingProxy,
  agreed:
    | { consent: 'code'; personId: string }
    | { consent: 'voice'; voice: { fileId: string; durationSeconds: number } },
): Promise<CreatedSubmission> {
  const { id, filerId, forWhom, villageCode, card, state } = pending
  const personId = agreed.consent === 'code' ? agreed.personId : filerId
  const created = await createSubmission(
    {
      clock,
      random,
      sendJob,
      statements: statementsOf(tx),
      readers: { find: (code) => findReaders(tx, code) },
    },
    { id, personId, villageCode, card, state, signedName: forWhom.name, claim: claimParked },
  )
  if (!created) throw new Error(`the card ${id} is not held`)
  if (agreed.consent === 'voice') {
    const attachment: Prisma.AttachmentUncheckedCreateInput = {
      id: random.uuid(),
      submissionId: id,
      question: 'consent',
      position: 0,
      kind: 'voice',
      ...agreed.voice,
    }
    await tx.attachment.create({ data: attachment })
    await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId: attachment.id } })
  }
  await tx.filedFor.create({
    data: { submissionId: id, ...forWhom, consent: agreed.consent, filerId, consentedAt: clock.now() },
  })
  return created
}
