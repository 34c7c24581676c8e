import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { verdictButtons } from '../../cases/verdict-buttons.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { mayTell } from '../../people/may-tell.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** Tells a resident that their case was accepted or answered. Somebody who blocked the bot is noted and left alone. */
export async function tellResident(
  deps: JobDeps,
  { caseId, news }: { caseId: string; news: 'accepted' | 'answered' },
): Promise<JobOutcome> {
  const { prisma, texts } = deps
  const found = await prisma.case.findUnique({
    where: { id: caseId },
    select: {
      answer: true,
      submission: { select: { topic: true, aspects: true, receipt: true, person: true } },
    },
  })
  const person = found?.submission.person
  if (!found || !person || !mayTell(person)) return done

  const locale = person.locale ?? texts.defaultLocale
  const { topic, aspects, receipt } = found.submission
  const about = aspects.map((aspect) => texts.t(locale, `aspect-${topic}-${aspect}`))
  const heading = texts.t(locale, `news-${news}`, {
    about: about.join(texts.t(locale, 'card-list-comma')),
    receipt: formatReceipt(receipt),
  })
  const text =
    news === 'answered' && found.answer
      ? fmt`${heading}\n\n${FormattedString.blockquote(found.answer)}\n\n${texts.t(locale, 'verdict-question')}`
      : fmt`${heading}`
  const buttons = news === 'answered' ? verdictButtons(texts, locale, caseId) : []
  return await tellPerson(deps, person, { text: text.text, entities: text.entities, buttons }, { caseId })
}
