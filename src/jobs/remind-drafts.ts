import { z } from 'zod'
import { claimReminders } from '../feedback/claim-reminders.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'

const payload = z.object({}).nullish()

declare module '../db/job.ts' {
  interface Jobs {
    'remind-drafts': z.output<typeof payload>
  }
}

/** One polite reminder for each card that has waited for a day: claimed once, and left to a job for each. */
export const remindDrafts = defineJob({
  name: 'remind-drafts',
  payload,
  retry: retries.seldom,
  schedule: () => ({ cron: '*/15 * * * *', makeUp: true }),
  handle: async (deps) =>
    await deps.prisma.$transaction(async (tx) => {
      const reminders = await claimReminders({ ...deps, db: tx })
      for (const { draftId } of reminders)
        await deps.sendJob(tx, { name: 'remind-person', data: { draftId } })
      return done({ claimed: reminders.length })
    }),
})
