import type { CreatedSubmission } from '../create-submission.ts'
import { lockPending } from './find-pending.ts'
import { type ProxyDeps, submitProxy } from './submit-proxy.ts'

/**
 * The person said "I agree" into the filer's phone: the voice is kept with the card, which is submitted now. Refuses a card
 * that waits no longer, or is another filer's.
 */
export async function consentByVoice(
  deps: ProxyDeps,
  input: { filerId: string; id: string; voice: { fileId: string; durationSeconds: number } },
): Promise<({ ok: true } & CreatedSubmission) | { ok: false; code: 'unknown' }> {
  const { id, filerId, voice } = input
  const pending = await lockPending(deps.tx, { id, filerId }, deps.clock.now())
  if (!pending) return { ok: false, code: 'unknown' }
  return { ok: true, ...(await submitProxy(deps, pending, { consent: 'voice', voice })) }
}
