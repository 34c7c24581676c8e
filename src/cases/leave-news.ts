import type { Db } from '../db/database.ts'
import type { SendJob, SentPhotos } from '../db/job.ts'
import { tellable } from '../people/may-tell.ts'

/**
 * Leaves the news of a case for everybody whom it concerns, in the caller's transaction: whoever said it and everybody
 * who endorsed it, at once or later. A job for each person, so that one who cannot be reached holds up nobody else. Photos
 * of the answer are for whoever said it only.
 */
export async function leaveNews(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  data: { caseId: string; news: 'accepted' | 'answered'; photos?: SentPhotos },
  options: { afterSeconds?: number } = {},
): Promise<void> {
  await sendJob(tx, { name: 'tell-resident', data }, options)
  const endorsements = await tx.endorsement.findMany({
    where: { submission: { case: { id: data.caseId } }, person: tellable },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of endorsements)
    await sendJob(tx, { name: 'tell-endorser', data: { endorsementId: id, news: data.news } }, options)
}
