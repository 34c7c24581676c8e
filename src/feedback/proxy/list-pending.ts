import type { Db } from '../../db/database.ts'
import { type PendingProxy, readPendingProxy } from './pending-proxy.ts'

/** What somebody filed for others and still waits for consent, oldest first. There are never many: see park-proxy.ts. */
export async function listPending(db: Db, filerId: string, now: Date): Promise<PendingProxy[]> {
  const rows = await db.pendingProxy.findMany({
    where: { filerId, ended: null, expiresAt: { gt: now } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap((row) => readPendingProxy(row, now) ?? [])
}
