import type { Prisma } from '../../../prisma/client/client.ts'
import type { Db } from '../../db/database.ts'
import type { SendJob } from '../../db/job.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Random } from '../../lib/random.ts'
import { type CreatedSubmission, createSubmission } from '../create-submission.ts'
import type { PendingProxy } from './pending-proxy.ts'

export interface ProxyDeps {
  tx: Db
  clock: Clock
  random: Random
  sendJob: SendJob
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
    { tx, clock, random, sendJob },
    { id, personId, villageCode, card, state, signedName: forWhom.name },
  )
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
  await tx.pendingProxy.delete({ where: { id } })
  return created
}
