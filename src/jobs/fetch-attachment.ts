import { z } from 'zod'
import { fetchAttachment } from '../attachments/fetch-attachment.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'

const payload = z.object({ attachmentId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'fetch-attachment': z.output<typeof payload>
  }
}

/** Brings a voice message or photo from Telegram to the store, or comes back when Telegram is there again. */
export const fetchAttachmentJob = defineJob({
  name: 'fetch-attachment',
  payload,
  retry: retries.file,
  handle: async (deps, { attachmentId }) => {
    const fetched = await fetchAttachment({ ...deps, store: deps.attachments }, attachmentId)
    return fetched.kind === 'later' ? again(fetched.retryAfterSeconds) : done({ [fetched.kind]: 1 })
  },
})
