import { Prisma } from '../../../prisma/client/client.ts'
import { lockPending } from './find-pending.ts'
import type { ProxyDeps } from './submit-proxy.ts'

/** The person does not agree: what was said goes at once, and the filer is told. Refuses the filer, and what is over. */
export async function declineProxy(
  { tx, clock, sendJob }: Pick<ProxyDeps, 'tx' | 'clock' | 'sendJob'>,
  input: { personId: string | null; code: string; id: string },
): Promise<{ ok: true } | { ok: false; code: 'unknown' | 'own' }> {
  const { personId, code, id } = input
  const pending = await lockPending(tx, { code }, clock.now())
  if (pending?.id !== id) return { ok: false, code: 'unknown' }
  if (pending.filerId === personId) return { ok: false, code: 'own' }
  await tx.pendingProxy.update({
    where: { id },
    data: { ended: 'declined', state: Prisma.DbNull, expiresAt: clock.now() },
  })
  await sendJob(tx, { name: 'tell-filer', data: { id } })
  return { ok: true }
}
