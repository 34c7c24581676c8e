import type { SendJob } from '../db/job.ts'
import { expireProxies } from '../feedback/proxy/expire-proxies.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Ends the cards that waited for somebody's consent in vain, by day, so that their filers are told by day. */
export async function expireProxiesJob(deps: JobDeps, sendJob: SendJob): Promise<JobOutcome> {
  const ended = await expireProxies({ ...deps, sendJob })
  if (ended.expired > 0) deps.log.info(ended, 'cards waited in vain for consent')
  return done
}
