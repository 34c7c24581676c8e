import { fetchAttachment } from '../attachments/fetch-attachment.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Fetches one attachment, or comes back when Telegram is there again. */
export async function fetchAttachmentJob(deps: JobDeps, attachmentId: string): Promise<JobOutcome> {
  const fetched = await fetchAttachment({ ...deps, store: deps.attachments }, attachmentId)
  deps.log.info({ attachmentId, ...fetched }, 'fetched an attachment')
  return fetched.kind === 'later' ? { kind: 'again', afterSeconds: fetched.retryAfterSeconds } : done
}
