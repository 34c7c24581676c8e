import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'

/**
 * Leaves the news of a case for everybody whom it concerns, in the caller's transaction: whoever said it and everybody
 * who endorsed it, at once or later. A job for each person, so that one who cannot be reached holds up nobody else.
 */
export async function leaveNews(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  data: { caseId: string; news: 'accepted' | 'answered' },
  options: { afterSeconds?: number } = {},
): Promise<void> {
  await sendJob(tx, { name: 'tell-resident', data }, options)
  const endorsements = await tx.endorsement.findMany({
    where: { submission: { case: { id: data.caseId } }, person: { blockedAt: null, mutedAt: null } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
  })
  for (const { id } of endorsements)
    await sendJob(tx, { name: 'tell-endorser', data: { endorsementId: id, news: data.news } }, options)
}
