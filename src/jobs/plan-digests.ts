import { z } from 'zod'
import { planDigests } from '../digests/plan-digests.ts'
import { planPrivateDigests } from '../digests/plan-private-digests.ts'
import { scheduleOf } from '../digests/schedule-of.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'

const payload = z.object({}).nullish()

declare module '../db/job.ts' {
  interface Jobs {
    'plan-digests': z.output<typeof payload>
  }
}

/** Plans the digests of the last full period, of committees and of residents, and leaves a job for each. */
export const planDigestsJob = defineJob({
  name: 'plan-digests',
  payload,
  retry: retries.planning,
  schedule: ({ cadence, digestHour }) => ({ cron: scheduleOf(cadence, digestHour), makeUp: true }),
  handle: async (deps) => {
    const { prisma, sendJob } = deps
    const planned = await planDigests(deps, deps)
    for (const digestId of planned.ids) await sendJob(prisma, { name: 'deliver-digest', data: { digestId } })
    const own = await planPrivateDigests(deps, deps)
    for (const privateDigestId of own.ids)
      await sendJob(prisma, { name: 'deliver-private-digest', data: { privateDigestId } })
    return done({
      created: planned.created,
      toDeliver: planned.ids.length,
      lost: planned.lost,
      createdForResidents: own.created,
      toDeliverToResidents: own.ids.length,
      lostOfResidents: own.lost,
    })
  },
})
