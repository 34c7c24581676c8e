import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { z } from 'zod'
import { type CaseView, caseView } from '../cases/case-view.ts'
import { isGone } from '../cases/statuses.ts'
import { migrateChat } from '../committees/migrate-chat.ts'
import { deliverParts, type SendPart } from '../deliveries/deliver-parts.ts'
import { sendMarked } from '../deliveries/posted/send-marked.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import { addedMessage, caseMessage } from '../messages/case-message.ts'
import { encodePress } from '../presses/callback-data.ts'
import { describeRegions } from '../regions/describe-region.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done, type JobDeps, type JobOutcome } from './job-deps.ts'
import { readersOf } from './readers-of.ts'

const payload = z.object({
  deliveryId: z.uuid(),
  caseId: z.uuid(),
  news: z.enum(['new', 'reopened', 'added']),
})

declare module '../db/job.ts' {
  interface Jobs {
    'tell-reader': z.output<typeof payload>
  }
}

/**
 * Tells one reader of a case, as it is now: a linked chat with a button that opens it there, an administrator in words only.
 * Nothing for a chat that no longer reads it, and of a case that is gone.
 */
export const tellReader = defineJob({ name: 'tell-reader', payload, retry: retries.news, handle })

async function handle(
  deps: JobDeps,
  { deliveryId, caseId, news }: z.output<typeof payload>,
): Promise<JobOutcome> {
  const { prisma, log } = deps
  const row = await prisma.delivery.findUnique({ where: { id: deliveryId } })
  if (!row) return done()
  const chatId = Number(row.chatId)
  const found = await prisma.case.findUnique({ where: { id: caseId }, select: caseView })
  const readers = found && !isGone(found.status) ? await readersOf(deps, found.holderCode) : null
  if (!found || !readers?.chatIds.includes(chatId)) {
    const dropped = await prisma.delivery.deleteMany({ where: { id: deliveryId, state: 'pending' } })
    return done({ dropped: dropped.count })
  }
  const message = await composeNews(deps, found, { news, opens: readers.regionCode !== null })
  const told = await deliverParts(
    deps,
    { id: row.contentId, kind: row.kind, submissionId: row.submissionId },
    { sink: 'telegram', chatId },
    [post(deps, { chatId, regionCode: readers.regionCode }, message)],
    found.submission.urgency === 'now' ? 'urgent' : 'job',
  )
  if (told.counts.refused + told.counts.unknown > 0)
    log.warn({ caseId, deliveryId, ...told.counts }, 'a case did not reach its reader, or nobody knows')
  return told.againAfterSeconds === null ? done(told.counts) : again(told.againAfterSeconds)
}

async function composeNews(
  { prisma, texts, timeZone }: JobDeps,
  found: CaseView,
  { news, opens }: { news: 'new' | 'reopened' | 'added'; opens: boolean },
): Promise<OutgoingMessage> {
  const { villageCode } = found.submission
  const village = (await describeRegions(prisma, [villageCode])).get(villageCode)
  const locale = texts.defaultLocale
  const heading = FormattedString.bold(texts.t(locale, `case-news-${news}`))
  // the case itself stands in the chat already
  const described =
    news === 'added'
      ? addedMessage({ texts, locale }, found)
      : caseMessage({ texts, locale, timeZone }, found, village)
  const { text, entities } = fmt`${heading}\n${described}`
  const open = {
    label: texts.t(locale, 'case-open'),
    data: encodePress({ kind: 'case', caseId: found.id }),
  }
  return { text, entities, buttons: opens ? [[open]] : [] }
}

/** A group that became a supergroup is followed to its new id. */
function post(
  deps: JobDeps,
  to: { chatId: number; regionCode: string | null },
  message: OutgoingMessage,
): SendPart {
  const office = { regionCode: to.regionCode, place: 'news' as const }
  const locale = deps.texts.defaultLocale
  return async (sender) => {
    const outcome = await sendMarked({ ...deps, sender }, { chatId: to.chatId, locale, office }, message)
    if (outcome.kind !== 'refused' || outcome.code !== 'migrated') return outcome
    const { newChatId } = outcome
    await deps.prisma.$transaction(async (tx) => await migrateChat({ ...deps, tx }, to.chatId, newChatId))
    return await sendMarked({ ...deps, sender }, { chatId: newChatId, locale, office }, message)
  }
}
