import { deliverPrivateDigest } from '../digests/deliver-private-digest.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/** Sends one resident the digest of a village that they follow, or comes back when Telegram says that it is too early. */
export async function deliverPrivateDigestJob(deps: JobDeps, privateDigestId: string): Promise<JobOutcome> {
  const delivery = await deliverPrivateDigest(deps, privateDigestId)
  deps.log.info({ privateDigestId, delivery: delivery.kind }, 'delivered a digest to a resident')
  return delivery.kind === 'later' ? { kind: 'again', afterSeconds: delivery.retryAfterSeconds } : done
}
