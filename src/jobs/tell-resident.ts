import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { z } from 'zod'
import { sayWhom } from '../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import { splitText } from '../lib/split-text.ts'
import { aspectList } from '../messages/aspect-list.ts'
import { verdictButtons } from '../messages/verdict-buttons.ts'
import { mayTell } from '../people/may-tell.ts'
import { answerPhotosPart, sentPhotosSchema, waitForAlbum } from './answer-photos-part.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** With the heading and the question it fits into Telegram's 4,096. */
const MOST_LETTERS = 3500

const payload = z.object({
  caseId: z.uuid(),
  news: z.enum(['accepted', 'answered']),
  photos: sentPhotosSchema.optional(),
})

declare module '../db/job.ts' {
  interface Jobs {
    'tell-resident': z.output<typeof payload>
  }
}

/**
 * Tells a resident that their case was accepted or answered: first the photos of the answer, then the words, so that what
 * can be pressed stands last; a long answer comes in several messages. Somebody who blocked the bot is noted and left
 * alone. Whoever filed it for somebody who has no chat of their own is asked to ask them.
 */
export const tellResident = defineJob({ name: 'tell-resident', payload, retry: retries.news, handle })

async function handle(
  deps: JobDeps,
  { caseId, news, photos }: z.output<typeof payload>,
  contentId: string,
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const found = await prisma.case.findUnique({
    where: { id: caseId },
    select: {
      answer: true,
      submission: {
        select: { id: true, topic: true, aspects: true, receipt: true, person: true, filedFor: true },
      },
    },
  })
  const person = found?.submission.person
  if (!found || !person || !mayTell(person)) return done()

  const locale = person.locale ?? texts.defaultLocale
  const { receipt } = found.submission
  const about = aspectList(texts.t.bind(texts, locale), found.submission)
  const { filedFor } = found.submission
  const who = filedFor?.consent === 'voice' ? sayWhom(texts, locale, filedFor) : null
  const facts = { about, receipt: formatReceipt(receipt) }
  const heading =
    who === null
      ? texts.t(locale, `news-${news}`, facts)
      : texts.t(locale, `proxy-news-${news}`, { ...facts, who })
  const question =
    who === null ? texts.t(locale, 'verdict-question') : texts.t(locale, 'proxy-verdict-question', { who })
  const answer = news === 'answered' ? found.answer : null
  const [first = '', ...rest] = answer ? splitText(answer, MOST_LETTERS) : []
  const parts = [first ? fmt`${heading}\n\n${FormattedString.blockquote(first)}` : fmt`${heading}`]
  for (const part of rest) parts.push(fmt`${FormattedString.blockquote(part)}`)
  if (first) parts.push(fmt`${parts.pop() ?? ''}\n\n${question}`)
  const waits = photos ? waitForAlbum(deps, photos) : null
  if (waits !== null) return again(waits)
  const album = photos ? await answerPhotosPart(deps, person, { caseId, receipt, photos }) : null
  const buttons = news === 'answered' ? verdictButtons(texts, locale, { caseId, asks: 0 }) : []
  const messages = parts.map(({ text, entities }, at) => ({
    text,
    entities,
    ...(at === parts.length - 1 ? { buttons } : {}),
  }))
  const content = { id: contentId, kind: 'tell-resident', submissionId: found.submission.id }
  return await tellPerson(deps, person, content, [...(album ? [album] : []), ...messages], 'urgent')
}
