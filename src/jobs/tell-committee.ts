import { z } from 'zod'
import { isGone } from '../cases/statuses.ts'
import { planDeliveries } from '../deliveries/outbox.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'
import { readersOf } from './readers-of.ts'

const payload = z.object({ caseId: z.uuid(), news: z.enum(['new', 'reopened', 'added']) })

declare module '../db/job.ts' {
  interface Jobs {
    'tell-committee': z.output<typeof payload>
  }
}

/**
 * Tells those who read a case of it at once: a delivery and a job for each, so that one who cannot be reached, or of whom
 * nobody knows, holds up nobody else and repeats nothing to them.
 */
export const tellCommittee = defineJob({
  name: 'tell-committee',
  payload,
  retry: retries.news,
  handle: async (deps, { caseId, news }, contentId) => {
    const found = await deps.prisma.case.findUnique({
      where: { id: caseId },
      select: { status: true, holderCode: true, submission: { select: { id: true, urgency: true } } },
    })
    if (!found || isGone(found.status)) return done()
    const { chatIds } = await readersOf(deps, found.holderCode)
    const content = { id: contentId, kind: 'tell-committee', submissionId: found.submission.id }
    const readers = chatIds.map((chatId) => ({ sink: 'telegram' as const, chatId }))
    return await deps.prisma.$transaction(async (tx) => {
      const planned = await planDeliveries({ ...deps, tx }, content, readers)
      const rows = await tx.delivery.findMany({
        where: { contentId, state: 'pending' },
        select: { id: true },
        orderBy: { chatId: 'asc' },
      })
      const isUrgent = found.submission.urgency === 'now'
      for (const { id } of rows)
        await deps.sendJob(tx, { name: 'tell-reader', data: { deliveryId: id, caseId, news } }, { isUrgent })
      return done({ planned })
    })
  },
})
