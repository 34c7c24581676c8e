import { fetchRecording } from '../recordings/fetch-recording.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Fetches one recording, or comes back when Telegram is there again. */
export async function fetchRecordingJob(deps: JobDeps, recordingId: string): Promise<JobOutcome> {
  const fetched = await fetchRecording({ ...deps, store: deps.attachments }, recordingId)
  deps.log.info({ recordingId, ...fetched }, 'fetched a recording')
  return fetched.kind === 'later' ? { kind: 'again', afterSeconds: fetched.retryAfterSeconds } : done
}
