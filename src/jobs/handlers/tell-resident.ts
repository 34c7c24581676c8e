import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { verdictButtons } from '../../cases/verdict-buttons.ts'
import type { SentPhotos } from '../../db/job.ts'
import { sayWhom } from '../../feedback/proxy/say-whom.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'
import { sendAnswerPhotos } from './send-answer-photos.ts'
import { tellPerson } from './tell-person.ts'

/**
 * Tells a resident that their case was accepted or answered: first the photos of the answer, then the words, so that what
 * can be pressed stands last. Somebody who blocked the bot is noted and left alone. Whoever filed it for somebody who has
 * no chat of their own is asked to ask them.
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
  if (!found || !person || person.blockedAt || person.mutedAt) return done

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
  const text =
    news === 'answered' && found.answer
      ? fmt`${heading}\n\n${FormattedString.blockquote(found.answer)}\n\n${question}`
      : fmt`${heading}`
  if (photos) {
    const sent = await sendAnswerPhotos(deps, person, { caseId, receipt, photos })
    if (sent.kind === 'again') return sent
  }
  const buttons = news === 'answered' ? verdictButtons(texts, locale, caseId) : []
  return await tellPerson(deps, person, { text: text.text, entities: text.entities, buttons }, { caseId })
}
