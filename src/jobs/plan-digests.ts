import type { SendJob } from '../db/job.ts'
import { planDigests } from '../digests/plan-digests.ts'
import { planPrivateDigests } from '../digests/plan-private-digests.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Plans the digests of the last full period, of committees and of residents, and leaves a job for each. */
export async function planDigestsJob(deps: JobDeps, sendJob: SendJob): Promise<JobOutcome> {
  const planned = await planDigests(deps, deps)
  for (const digestId of planned.ids)
    await sendJob(deps.prisma, { name: 'deliver-digest', data: { digestId } })
  const own = await planPrivateDigests(deps, deps)
  for (const privateDigestId of own.ids)
    await sendJob(deps.prisma, { name: 'deliver-private-digest', data: { privateDigestId } })
  deps.log.info(
    { created: own.created, toDeliver: own.ids.length, lost: own.lost },
    'planned digests for residents',
  )
  deps.log.info(
    { created: planned.created, toDeliver: planned.ids.length, lost: planned.lost },
    'planned digests',
  )
  return done
}
