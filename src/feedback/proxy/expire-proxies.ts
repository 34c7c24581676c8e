import type { PrismaClient } from '../../../prisma/client/client.ts'
import type { SendJob } from '../../db/job.ts'
import type { Clock } from '../../lib/clock.ts'

/** A filer who could not be told by then will not be. */
const TOLD_MS = 3 * 24 * 3600 * 1000
const AT_ONCE = 500

/**
 * Ends the cards that nobody agreed to in time: what was said goes at once, each filer is told by a job. Forgets those that
 * ended days ago. May be repeated. Gives how many of each.
 */
export async function expireProxies({
  prisma,
  clock,
  sendJob,
}: {
  prisma: PrismaClient
  clock: Clock
  sendJob: SendJob
}): Promise<{ expired: number; forgotten: number }> {
  const now = clock.now()
  const expired = await prisma.$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      UPDATE pending_proxy SET ended = 'expired', state = NULL, expires_at = ${now}
      WHERE id IN (
        SELECT id FROM pending_proxy WHERE ended IS NULL AND expires_at <= ${now}
        ORDER BY expires_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
      RETURNING id::text AS id`
    for (const { id } of rows) await sendJob(tx, { name: 'tell-filer', data: { id } })
    return rows.length
  })
  const forgotten = await prisma.pendingProxy.deleteMany({
    where: { ended: { not: null }, expiresAt: { lt: new Date(now.getTime() - TOLD_MS) } },
  })
  return { expired, forgotten: forgotten.count }
}
