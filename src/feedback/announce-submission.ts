import { findReaders } from '../committees/find-readers.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { CreatedSubmission } from './create-submission.ts'

/**
 * Leaves the jobs of a new submission, in the transaction that made it: what is to be fetched from Telegram, and telling
 * its readers at once where it cannot wait for the digest or no digest reaches anybody.
 */
export async function announceSubmission(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  { caseId, toFetch }: Pick<CreatedSubmission, 'caseId' | 'toFetch'>,
): Promise<void> {
  for (const attachmentId of toFetch) await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId } })
  const found = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { holderCode: true, submission: { select: { urgency: true } } },
  })
  const readers = await findReaders(tx, found.holderCode)
  if (found.submission.urgency === 'now' || readers.kind === 'administrators')
    await sendJob(tx, { name: 'tell-committee', data: { caseId, news: 'new' } })
}
