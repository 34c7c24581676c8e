import { z } from 'zod'
import { isGone } from '../cases/statuses.ts'
import { mayTell } from '../people/may-tell.ts'
import { answerPhotosPart, sentPhotosSchema, waitForAlbum } from './answer-photos-part.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

const payload = z.object({ caseId: z.uuid(), photos: sentPhotosSchema })

declare module '../db/job.ts' {
  interface Jobs {
    'tell-answer-photos': z.output<typeof payload>
  }
}

/** Sends a resident photos that came after the words of the answer. */
export const tellAnswerPhotos = defineJob({
  name: 'tell-answer-photos',
  payload,
  retry: retries.news,
  handle: async (deps, { caseId, photos }, contentId) => {
    const found = await deps.prisma.case.findUnique({
      where: { id: caseId },
      select: { status: true, submission: { select: { id: true, receipt: true, person: true } } },
    })
    const person = found?.submission.person
    if (!found || isGone(found.status) || !person || !mayTell(person)) return done()
    const waits = waitForAlbum(deps, photos)
    if (waits !== null) return again(waits)
    const { id: submissionId, receipt } = found.submission
    const part = await answerPhotosPart(deps, person, { caseId, receipt, photos, opens: true })
    const content = { id: contentId, kind: 'tell-answer-photos', submissionId }
    return await tellPerson(deps, person, content, part ? [part] : [], 'urgent')
  },
})
