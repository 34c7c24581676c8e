import type { SendJob } from '../db/job.ts'
import { deliverDigest } from '../digests/deliver-digest.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Posts one digest, or comes back when Telegram says that it is too early. */
export async function deliverDigestJob(
  deps: JobDeps,
  sendJob: SendJob,
  digestId: string,
): Promise<JobOutcome> {
  const delivery = await deliverDigest({ ...deps, sendJob, locale: deps.texts.defaultLocale }, digestId)
  deps.log.info({ digestId, delivery: delivery.kind }, 'delivered a digest')
  return delivery.kind === 'later' ? { kind: 'again', afterSeconds: delivery.retryAfterSeconds } : done
}
