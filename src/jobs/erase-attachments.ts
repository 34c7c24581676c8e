import { z } from 'zod'
import { defineJob, retries } from './define-job.ts'
import { done } from './job-deps.ts'

const payload = z.object({ storageKeys: z.array(z.uuid()) })

declare module '../db/job.ts' {
  interface Jobs {
    'erase-attachments': z.output<typeof payload>
  }
}

/** Takes what was erased out of the store. May be repeated. */
export const eraseAttachments = defineJob({
  name: 'erase-attachments',
  payload,
  retry: retries.promised,
  handle: async ({ attachments }, { storageKeys }) => {
    for (const key of storageKeys) await attachments.delete(key)
    return done({ erased: storageKeys.length })
  },
})
