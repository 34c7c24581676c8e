import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { caseView } from '../cases/case-view.ts'
import { isGone } from '../cases/statuses.ts'
import { findReaders } from '../committees/find-readers.ts'
import { sendMarked } from '../deliveries/posted/send-marked.ts'
import { addedMessage, caseMessage } from '../messages/case-message.ts'
import { encodePress } from '../presses/callback-data.ts'
import { describeRegions } from '../regions/describe-region.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/**
 * Tells those who read a case of it at once: the linked chats, with a button that opens it there; where there are none, the
 * root administrators, in words only. An administrator who never wrote to the bot cannot be reached.
 */
export async function tellCommittee(
  deps: JobDeps,
  { caseId, news }: { caseId: string; news: 'new' | 'reopened' | 'added' },
): Promise<JobOutcome> {
  const { prisma, texts, log } = deps
  const found = await prisma.case.findUnique({ where: { id: caseId }, select: caseView })
  if (!found || isGone(found.status)) return done
  const readers = await findReaders(prisma, found.holderCode)
  const chatIds =
    readers.kind === 'committee'
      ? readers.chats.map((chat) => chat.chatId)
      : await reachableAdministrators(deps)
  const regionCode = readers.kind === 'committee' ? readers.regionCode : null
  const { villageCode } = found.submission
  const village = (await describeRegions(prisma, [villageCode])).get(villageCode)
  const locale = texts.defaultLocale
  const heading = FormattedString.bold(texts.t(locale, `case-news-${news}`))
  // the case itself stands in the chat already
  const described =
    news === 'added'
      ? addedMessage({ texts, locale }, found)
      : caseMessage({ texts, locale, timeZone: deps.timeZone }, found, village)
  const message = fmt`${heading}\n${described}`
  const buttons =
    readers.kind === 'committee'
      ? [[{ label: texts.t(locale, 'case-open'), data: encodePress({ kind: 'case', caseId: found.id }) }]]
      : []

  for (const chatId of chatIds) {
    const outcome = await sendMarked(
      deps,
      { chatId, locale, office: { regionCode, place: 'news' } },
      { text: message.text, entities: message.entities, buttons },
    )
    // with one reader nothing was sent yet, so all of it may come again; with several the others have it
    if (outcome.kind === 'later' && chatIds.length === 1)
      return { kind: 'again', afterSeconds: outcome.retryAfterSeconds }
    if (outcome.kind === 'unknown' && chatIds.length === 1)
      throw new Error('nobody knows whether the case arrived')
    if (outcome.kind !== 'sent')
      log.warn({ caseId, outcome: outcome.kind }, 'a case did not reach its reader')
  }
  return done
}

/** Nobody can be written to who never wrote to the bot, or who blocked it. */
async function reachableAdministrators({ prisma, administratorIds }: JobDeps): Promise<number[]> {
  const people = await prisma.person.findMany({
    where: { telegramId: { in: administratorIds.map(BigInt) }, blockedAt: null },
    select: { telegramId: true },
  })
  return people.map(({ telegramId }) => Number(telegramId))
}
