import { FormattedString, fmt } from '@grammyjs/parse-mode'
import type { SentPhotos } from '../db/job.ts'
import { sayWhom } from '../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../feedback/receipt.ts'
import { splitText } from '../lib/split-text.ts'
import { verdictButtons } from '../messages/verdict-buttons.ts'
import { mayTell } from '../people/may-tell.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { sendAnswerPhotos } from './send-answer-photos.ts'
import { tellPerson } from './tell-person.ts'

/** With the heading and the question it fits into Telegram's 4,096. */
const MOST_LETTERS = 3500

/**
 * Tells a resident that their case was accepted or answered: first the photos of the answer, then the words, so that what
 * can be pressed stands last; a long answer comes in several messages. Somebody who blocked the bot is noted and left
 * alone. Whoever filed it for somebody who has no chat of their own is asked to ask them.
 */
export async function tellResident(
  deps: JobDeps,
  { caseId, news, photos }: { caseId: string; news: 'accepted' | 'answered'; photos?: SentPhotos },
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const found = await prisma.case.findUnique({
    where: { id: caseId },
    select: {
      answer: true,
      submission: { select: { topic: true, aspects: true, receipt: true, person: true, filedFor: true } },
    },
  })
  const person = found?.submission.person
  if (!found || !person || !mayTell(person)) return done

  const locale = person.locale ?? texts.defaultLocale
  const { topic, aspects, receipt } = found.submission
  const about = aspects.map((aspect) => texts.t(locale, `aspect-${topic}-${aspect}`))
  const { filedFor } = found.submission
  const who = filedFor?.consent === 'voice' ? sayWhom(texts, locale, filedFor) : null
  const facts = { about: about.join(texts.t(locale, 'card-list-comma')), receipt: formatReceipt(receipt) }
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
  if (photos) {
    const sent = await sendAnswerPhotos(deps, person, { caseId, receipt, photos })
    if (sent.kind === 'again') return sent
  }
  const buttons = news === 'answered' ? verdictButtons(texts, locale, caseId) : []
  for (const [i, { text, entities }] of parts.entries()) {
    const isLast = i === parts.length - 1
    const outcome = await tellPerson(
      deps,
      person,
      { text, entities, ...(isLast ? { buttons } : {}) },
      { caseId },
    )
    if (outcome.kind !== 'done') return outcome
  }
  return done
}
