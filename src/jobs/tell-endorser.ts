import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { z } from 'zod'
import { isGone } from '../cases/statuses.ts'
import { publicWords } from '../masking/public-words.ts'
import { aspectList } from '../messages/aspect-list.ts'
import { markAnswer } from '../messages/quote-marks.ts'
import { mayTell } from '../people/may-tell.ts'
import { defineJob, retries } from './define-job.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

const MOST_ANSWER = 3000

const payload = z.object({ endorsementId: z.uuid(), news: z.enum(['accepted', 'answered']) })

declare module '../db/job.ts' {
  interface Jobs {
    'tell-endorser': z.output<typeof payload>
  }
}

/**
 * Tells somebody who said "me too" that the case was accepted or answered. They are not asked for a verdict: that is for
 * whoever said it first. Nothing for somebody who was erased or may not be told in the meantime (people/may-tell.ts).
 */
export const tellEndorser = defineJob({ name: 'tell-endorser', payload, retry: retries.news, handle })

async function handle(
  deps: JobDeps,
  { endorsementId, news }: z.output<typeof payload>,
  contentId: string,
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const found = await prisma.endorsement.findUnique({
    where: { id: endorsementId },
    select: {
      person: true,
      submission: {
        select: {
          id: true,
          personId: true,
          topic: true,
          aspects: true,
          signedName: true,
          case: { select: { id: true, status: true, answer: true } },
        },
      },
    },
  })
  const { person, submission } = found ?? {}
  const about = submission?.case
  if (!person || !submission || !about || !mayTell(person)) return done()
  if (isGone(about.status) || submission.personId === null) return done()

  const locale = person.locale ?? texts.defaultLocale
  const { signedName } = submission
  const owner = { submissionId: submission.id, signedName: null }
  const heading = texts.t(locale, `endorse-news-${news}`, {
    about: aspectList(texts.t.bind(texts, locale), submission),
  })
  const parts = [
    fmt`${heading}`,
    ...(news === 'answered' && about.answer
      ? [
          fmt`${FormattedString.blockquote(
            markAnswer(publicWords(about.answer, MOST_ANSWER, { signedName, keepLines: true }), owner),
          )}`,
        ]
      : []),
  ]
  const { text, entities } = FormattedString.join(parts, '\n\n')
  const content = { id: contentId, kind: 'tell-endorser', submissionId: submission.id }
  return await tellPerson(deps, person, content, [{ text, entities }])
}
