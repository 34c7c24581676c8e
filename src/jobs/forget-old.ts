import { z } from 'zod'
import { leaveEdits } from '../deliveries/posted/leave-edits.ts'
import { forgetOldRows } from '../privacy/forget-old-rows.ts'
import { forgetOldSubmissions } from '../privacy/forget-old-submissions.ts'
import { defineJob, retries } from './define-job.ts'
import { forgetJobs } from './forget-jobs.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

const payload = z.object({}).nullish()

declare module '../db/job.ts' {
  interface Jobs {
    'forget-old': z.output<typeof payload>
  }
}

const DAY_MS = 24 * 3600 * 1000
/** In one transaction; what it holds waits for it. */
const AT_ONCE = 50
const LONGEST_TRANSACTION_MS = 60_000

/** Takes out what is older than was promised, some of it in a transaction each, until nothing is left. May be repeated. */
export const forgetOld = defineJob({
  name: 'forget-old',
  payload,
  retry: { ...retries.planning, retryDelay: 60 },
  schedule: () => ({ cron: '45 3 * * *', makeUp: true }),
  handle,
})

async function handle(deps: JobDeps): Promise<JobOutcome> {
  const { prisma, clock, sendJob, retentionDays, administratorIds } = deps
  const before = new Date(clock.now().getTime() - retentionDays * DAY_MS)
  let submissions = 0
  for (;;) {
    const forgotten = await prisma.$transaction(
      async (tx) => {
        const some = await forgetOldSubmissions({ ...deps, tx }, before, AT_ONCE)
        const { storageKeys, postedIds, ids } = some
        await forgetJobs(tx, ids)
        if (storageKeys.length > 0) await sendJob(tx, { name: 'erase-attachments', data: { storageKeys } })
        await leaveEdits({ tx, sendJob }, postedIds)
        return some.submissions
      },
      { timeout: LONGEST_TRANSACTION_MS },
    )
    submissions += forgotten
    if (forgotten < AT_ONCE) break
  }
  const rows = await forgetOldRows(prisma, { before, administratorIds })
  return done({ submissions, ...rows })
}
