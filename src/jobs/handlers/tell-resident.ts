import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { verdictButtons } from '../../cases/verdict-buttons.ts'
import { formatReceipt } from '../../feedback/receipt.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'
import { tellPerson } from './tell-person.ts'

/** With the heading and the question it fits into Telegram's 4,096. */
const MOST_LETTERS = 3500

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
  if (!found || !person || person.blockedAt || person.mutedAt) return done

  const locale = person.locale ?? texts.defaultLocale
  const { topic, aspects, receipt } = found.submission
  const about = aspects.map((aspect) => texts.t(locale, `aspect-${topic}-${aspect}`))
  const heading = texts.t(locale, `news-${news}`, {
    about: about.join(texts.t(locale, 'card-list-comma')),
    receipt: formatReceipt(receipt),
  })
  const [first = '', ...rest] = news === 'answered' && found.answer ? inMessages(found.answer) : []
  const parts = [first ? fmt`${heading}\n\n${FormattedString.blockquote(first)}` : fmt`${heading}`]
  for (const part of rest) parts.push(fmt`${FormattedString.blockquote(part)}`)
  if (first) parts.push(fmt`${parts.pop() ?? ''}\n\n${texts.t(locale, 'verdict-question')}`)
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

/** A long answer in parts that fit into a message with what stands around them, cut at a line where there is one. */
function inMessages(answer: string): string[] {
  const parts: string[] = []
  let rest = answer
  while (rest.length > MOST_LETTERS) {
    const line = rest.lastIndexOf('\n', MOST_LETTERS)
    const end =
      line > MOST_LETTERS / 2
        ? line
        : MOST_LETTERS - (/[\ud800-\udbff]/.test(rest[MOST_LETTERS - 1] ?? '') ? 1 : 0)
    parts.push(rest.slice(0, end))
    rest = rest.slice(end).replace(/^\n/, '')
  }
  return [...parts, rest]
}
