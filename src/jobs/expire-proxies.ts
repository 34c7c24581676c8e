import { z } from 'zod'
import { expireProxies } from '../feedback/proxy/expire-proxies.ts'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'

const payload = z.object({}).nullish()

declare module '../db/job.ts' {
  interface Jobs {
    'expire-proxies': z.output<typeof payload>
  }
}

/** Ends the cards that waited for somebody's consent in vain, by day, so that their filers are told by day. */
export const expireProxiesJob = defineJob({
  name: 'expire-proxies',
  payload,
  retry: retries.seldom,
  schedule: () => ({ cron: '10 8-20 * * *', makeUp: true }),
  handle: async (deps) => done({ ...(await expireProxies(deps)) }),
})
