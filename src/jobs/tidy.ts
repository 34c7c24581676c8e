import { z } from 'zod'
import { leaveEdits } from '../deliveries/posted/leave-edits.ts'
import { lostDeliveries } from '../deliveries/settle.ts'
import { defineJob, retries } from './define-job.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

const payload = z.object({}).nullish()

declare module '../db/job.ts' {
  interface Jobs {
    tidy: z.output<typeof payload>
  }
}

const DAY_MS = 24 * 3600 * 1000
/** Telegram gives an update up after a day. */
const UPDATES_DAYS = 8
const CONVERSATIONS_DAYS = 60
const QUERIES_DAYS = 90
const PROMPTS_DAYS = 2
/** Nobody looks so far back in a chat. */
const CARDS_DAYS = 60
/** Long after its job was done or given up. */
const DELIVERIES_DAYS = 90
/** Its job has been given up by then, or it is from before attachments were fetched. */
const UNFETCHED_DAYS = 1
const MOST_FETCHED_AGAIN = 1000
const MOST_EDITED_AGAIN = 1000

/**
 * Throws away what has served its purpose: marks of old updates, forgotten conversations, old queries and prompts. What
 * should have been fetched from Telegram or taken back there by now is asked for again.
 */
export const tidy = defineJob({
  name: 'tidy',
  payload,
  retry: retries.seldom,
  schedule: () => ({ cron: '30 3 * * *', makeUp: false }),
  handle,
})

async function handle({ prisma, clock, sendJob }: JobDeps): Promise<JobOutcome> {
  const before = (days: number) => ({ lt: new Date(clock.now().getTime() - days * DAY_MS) })
  const updates = await prisma.processedUpdate.deleteMany({ where: { processedAt: before(UPDATES_DAYS) } })
  const conversations = await prisma.conversationState.deleteMany({
    where: { updatedAt: before(CONVERSATIONS_DAYS) },
  })
  const queries = await prisma.feedbackQuery.deleteMany({ where: { updatedAt: before(QUERIES_DAYS) } })
  const prompts = await prisma.answerPrompt.deleteMany({ where: { createdAt: before(PROMPTS_DAYS) } })
  const cards = await prisma.caseCard.deleteMany({ where: { shownAt: before(CARDS_DAYS) } })
  const unfetched = await prisma.attachment.findMany({
    where: { state: 'pending', fileId: { not: null }, submission: { createdAt: before(UNFETCHED_DAYS) } },
    select: { id: true },
    take: MOST_FETCHED_AGAIN,
  })
  for (const { id } of unfetched)
    await sendJob(prisma, { name: 'fetch-attachment', data: { attachmentId: id } })
  const unfetchedRecordings = await prisma.recording.findMany({
    where: { state: 'pending', recordedAt: before(UNFETCHED_DAYS) },
    select: { id: true },
    take: MOST_FETCHED_AGAIN,
  })
  for (const { id } of unfetchedRecordings)
    await sendJob(prisma, { name: 'fetch-recording', data: { recordingId: id } })
  const owed = await prisma.postedMessage.findMany({
    where: { editOwed: true },
    select: { id: true },
    take: MOST_EDITED_AGAIN,
  })
  await leaveEdits(
    { tx: prisma, sendJob },
    owed.map(({ id }) => id),
  )
  const lost = await prisma.delivery.updateMany(lostDeliveries(clock))
  const deliveries = await prisma.delivery.deleteMany({ where: { createdAt: before(DELIVERIES_DAYS) } })
  return done({
    updates: updates.count,
    conversations: conversations.count,
    queries: queries.count,
    prompts: prompts.count,
    cards: cards.count,
    unfetched: unfetched.length + unfetchedRecordings.length,
    owed: owed.length,
    lost: lost.count,
    deliveries: deliveries.count,
  })
}
