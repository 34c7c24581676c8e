import { z } from 'zod'
import { deliverDigest } from '../digests/deliver-digest.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'

const payload = z.object({ digestId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'deliver-digest': z.output<typeof payload>
  }
}

/** Posts one planned or interim digest, or comes back when Telegram says that it is too early. */
export const deliverDigestJob = defineJob({
  name: 'deliver-digest',
  payload,
  retry: retries.digest,
  handle: async (deps, { digestId }) => {
    const delivery = await deliverDigest({ ...deps, locale: deps.texts.defaultLocale }, digestId)
    return delivery.kind === 'later' ? again(delivery.retryAfterSeconds) : done({ [delivery.kind]: 1 })
  },
})
