import { isGone } from '../cases/statuses.ts'
import type { SentPhotos } from '../db/job.ts'
import { mayTell } from '../people/may-tell.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { sendAnswerPhotos } from './send-answer-photos.ts'

/** Sends a resident photos that came after the words of the answer. */
export async function tellAnswerPhotos(
  deps: JobDeps,
  { caseId, photos }: { caseId: string; photos: SentPhotos },
): Promise<JobOutcome> {
  const found = await deps.prisma.case.findUnique({
    where: { id: caseId },
    select: { status: true, submission: { select: { receipt: true, person: true } } },
  })
  const person = found?.submission.person
  if (!found || isGone(found.status) || !person || !mayTell(person)) return done
  const { receipt } = found.submission
  return await sendAnswerPhotos(deps, person, { caseId, receipt, photos, opens: true })
}
