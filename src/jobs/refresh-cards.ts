import { z } from 'zod'
import { mayCase } from '../access/policies/case.ts'
import { caseScreen } from '../cases/case-screen.ts'
import { type CaseView, caseView } from '../cases/case-view.ts'
import { editMarked } from '../deliveries/posted/send-marked.ts'
import { describeRegions } from '../regions/describe-region.ts'
import { composeCaseNews } from './case-news.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done, forgotten, type JobDeps, type JobOutcome } from './job-deps.ts'

const payload = z.object({ caseId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'refresh-cards': z.output<typeof payload>
  }
}

/**
 * Something was done to a case in one chat, or by its resident: the messages that show it, in all the chats that still may
 * read it, are edited into what it is now. Editing the same twice does no harm. A message that is gone, or shows something
 * else by now, is left alone.
 */
export const refreshCards = defineJob({ name: 'refresh-cards', payload, retry: retries.news, handle })

async function handle(deps: JobDeps, { caseId }: z.output<typeof payload>): Promise<JobOutcome> {
  const { prisma } = deps
  const found = await prisma.case.findUnique({ where: { id: caseId }, select: caseView })
  // what was erased is taken out by other means
  if (!found || found.status === 'erased') return forgotten()
  const cards = await prisma.caseCard.findMany({ where: { caseId }, orderBy: { shownAt: 'desc' } })
  const counts = { edited: 0, dropped: 0, unknown: 0 }
  let later: number | null = null
  for (const card of cards) {
    const key = { chatId: card.chatId, messageId: card.messageId }
    const chat = await prisma.committeeChat.findUnique({ where: { chatId: card.chatId } })
    const regionCode = chat?.regionCode ?? null
    if (regionCode === null || !mayRead(Number(card.chatId), regionCode, found)) {
      await prisma.caseCard.deleteMany({ where: key })
      counts.dropped += 1
      continue
    }
    const message =
      card.news === 'new' || card.news === 'reopened'
        ? await composeCaseNews(deps, found, { news: card.news, opens: true })
        : await composeScreen(deps, found, regionCode)
    const stillShows = async () => (await prisma.caseCard.count({ where: { ...key, caseId } })) > 0
    const sender = deps.sender.with({ before: stillShows })
    const to = { chatId: Number(card.chatId), messageId: card.messageId, locale: deps.texts.defaultLocale }
    const outcome = await editMarked({ ...deps, sender }, to, message)
    if (outcome.kind === 'sent') counts.edited += 1
    else if (outcome.kind === 'unknown') counts.unknown += 1
    else if (outcome.kind === 'later') {
      if (await stillShows()) later = Math.max(later ?? 0, outcome.retryAfterSeconds)
    } else {
      await prisma.caseCard.deleteMany({ where: key })
      counts.dropped += 1
    }
  }
  return later === null ? done(counts) : again(later)
}

function mayRead(chatId: number, regionCode: string, found: CaseView): boolean {
  const reader = {
    kind: 'presser' as const,
    chatId,
    chatType: 'channel' as const,
    telegramId: null,
    regionCode,
    runsChat: false,
    grants: [],
  }
  const { holderCode, submission } = found
  const target = { holderCode, visibility: submission.visibility, isErased: false, personId: null }
  return mayCase(reader, 'look', target).ok
}

async function composeScreen(deps: JobDeps, found: CaseView, regionCode: string) {
  const { villageCode } = found.submission
  const villages = villageCode === regionCode ? null : await describeRegions(deps.prisma, [villageCode])
  return caseScreen({ ...deps, locale: deps.texts.defaultLocale }, found, villages?.get(villageCode))
}
