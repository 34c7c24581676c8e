import { concernsChild } from '../../cards/concerns-child.ts'
import { keepGuardianConsent } from '../../people/guardian-consent.ts'
import type { CreatedSubmission } from '../create-submission.ts'
import { lockPending } from './find-pending.ts'
import { type ProxyDeps, submitProxy } from './submit-proxy.ts'

/**
 * The person agrees in their own chat: the card is submitted as theirs, and its filer is told. Whoever has the code is that
 * person, but never the filer. A code is good once; `id` tells that the card is the one that was read.
 */
export async function consentByCode(
  deps: ProxyDeps,
  input: { personId: string; code: string; id: string },
): Promise<({ ok: true } & CreatedSubmission) | { ok: false; code: 'unknown' | 'own' }> {
  const { personId, code, id } = input
  const pending = await lockPending(deps.tx, { code }, deps.clock.now())
  if (pending?.id !== id) return { ok: false, code: 'unknown' }
  if (pending.filerId === personId) return { ok: false, code: 'own' }
  // the read-back said so
  if (concernsChild(pending.state)) await keepGuardianConsent(deps, personId)
  const submitted = await submitProxy(deps, pending, { consent: 'code', personId })
  await deps.sendJob(deps.tx, { name: 'tell-filer', data: { id } })
  return { ok: true, ...submitted }
}
