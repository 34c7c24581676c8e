import { z } from 'zod'
import { fetchRecording } from '../recordings/fetch-recording.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'

const payload = z.object({ recordingId: z.uuid() })

declare module '../db/job.ts' {
  interface Jobs {
    'fetch-recording': z.output<typeof payload>
  }
}

/** Brings what was read aloud for a region from Telegram to the store, or comes back when Telegram is there again. */
export const fetchRecordingJob = defineJob({
  name: 'fetch-recording',
  payload,
  retry: retries.file,
  handle: async (deps, { recordingId }) => {
    const fetched = await fetchRecording({ ...deps, store: deps.attachments }, recordingId)
    return fetched.kind === 'later' ? again(fetched.retryAfterSeconds) : done({ [fetched.kind]: 1 })
  },
})
