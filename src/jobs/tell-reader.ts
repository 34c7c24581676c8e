import { z } from 'zod'
import { caseView } from '../cases/case-view.ts'
import { isGone } from '../cases/statuses.ts'
import { type CardNews, noteCard } from '../committees/case-cards.ts'
import { migrateChat } from '../committees/migrate-chat.ts'
import { deliverParts, type SendPart } from '../deliveries/deliver-parts.ts'
import { sendMarked } from '../deliveries/posted/send-marked.ts'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import { composeCaseNews } from './case-news.ts'
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
    return done({ dropped: await drop(deps, deliveryId) })
  }
  // the card that was posted a moment ago says it, too: jobs/refresh-cards.ts
  if (news === 'added' && (await isReasonOfReopening(deps, { chatId, caseId })))
    return done({ joined: await drop(deps, deliveryId) })
  const message = await composeCaseNews(deps, found, { news, opens: readers.regionCode !== null })
  const told = await deliverParts(
    deps,
    { id: row.contentId, kind: row.kind, submissionId: row.submissionId },
    { sink: 'telegram', chatId },
    [post(deps, { chatId, regionCode: readers.regionCode, caseId, news }, message)],
    found.submission.urgency === 'now' ? 'urgent' : 'job',
  )
  if (told.counts.refused + told.counts.unknown > 0)
    log.warn({ caseId, deliveryId, ...told.counts }, 'a case did not reach its reader, or nobody knows')
  return told.againAfterSeconds === null ? done(told.counts) : again(told.againAfterSeconds)
}

/** A group that became a supergroup is followed to its new id. */
function post(
  deps: JobDeps,
  to: { chatId: number; regionCode: string | null; caseId: string; news: CardNews | 'added' },
  message: OutgoingMessage,
): SendPart {
  const office = { regionCode: to.regionCode, place: 'news' as const }
  const locale = deps.texts.defaultLocale
  return async (sender) => {
    const send = async (chatId: number) => {
      const outcome = await sendMarked({ ...deps, sender }, { chatId, locale, office }, message)
      if (outcome.kind === 'sent') await noteNews(deps, { ...to, chatId, messageId: outcome.messageId })
      return outcome
    }
    const outcome = await send(to.chatId)
    if (outcome.kind !== 'refused' || outcome.code !== 'migrated') return outcome
    const { newChatId } = outcome
    await deps.prisma.$transaction(async (tx) => await migrateChat({ ...deps, tx }, to.chatId, newChatId))
    return await send(newChatId)
  }
}

/** A linked chat's card follows its case from now on. */
async function noteNews(
  { prisma, clock }: JobDeps,
  card: {
    chatId: number
    messageId: number
    regionCode: string | null
    caseId: string
    news: CardNews | 'added'
  },
): Promise<void> {
  const { news, regionCode } = card
  if (news !== 'added' && regionCode !== null) await noteCard(prisma, { ...card, news, now: clock.now() })
}

/** Whoever says that it is not fixed is asked why: what they say within this time belongs to it. */
const WHY_MINUTES = 10

/** The first that they say afterwards is why; whatever comes behind it is news of its own. */
async function isReasonOfReopening(
  { prisma, clock }: JobDeps,
  { chatId, caseId }: { chatId: number; caseId: string },
): Promise<boolean> {
  const since = new Date(clock.now().getTime() - WHY_MINUTES * 60_000)
  const where = { chatId: BigInt(chatId), caseId, news: 'reopened', shownAt: { gte: since } }
  if ((await prisma.caseCard.count({ where })) === 0) return false
  const { verdictAt } = await prisma.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { verdictAt: true },
  })
  const added = { submission: { case: { id: caseId } }, createdAt: { gte: verdictAt ?? since } }
  return (await prisma.addition.count({ where: added })) <= 1
}

async function drop({ prisma }: JobDeps, deliveryId: string): Promise<number> {
  return (await prisma.delivery.deleteMany({ where: { id: deliveryId, state: 'pending' } })).count
}
