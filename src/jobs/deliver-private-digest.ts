import { z } from 'zod'
import { deliverPrivateDigest } from '../digests/deliver-private-digest.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'

const payload = z.object({ privateDigestId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'deliver-private-digest': z.output<typeof payload>
  }
}

/** Sends one resident the digest of a village that they follow, or comes back when Telegram says that it is too early. */
export const deliverPrivateDigestJob = defineJob({
  name: 'deliver-private-digest',
  payload,
  // thousands at once: nobody is to be woken for each
  retry: { ...retries.digest, notify: false },
  handle: async (deps, { privateDigestId }) => {
    const delivery = await deliverPrivateDigest(deps, privateDigestId)
    return delivery.kind === 'later' ? again(delivery.retryAfterSeconds) : done({ [delivery.kind]: 1 })
  },
})
