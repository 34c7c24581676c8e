import type { Db } from '../../db/database.ts'
import { type PendingProxy, readPendingProxy } from './pending-proxy.ts'

/** Which card: by the code that somebody has, or by its id for whoever filed it. */
export type WhichPending = { code: string } | { id: string; filerId: string }

/** A card that still waits for consent; null where there is none such (any more). */
export async function findPending(db: Db, which: WhichPending, now: Date): Promise<PendingProxy | null> {
  return readPendingProxy(await db.pendingProxy.findFirst({ where: which }), now)
}

/**
 * The same, and nobody else ends it before the transaction does. Its filer is held first, as an erasure does, so that the
 * two wait for each other and not crosswise.
 */
export async function lockPending(tx: Db, which: WhichPending, now: Date): Promise<PendingProxy | null> {
  const found = await tx.pendingProxy.findFirst({ where: which, select: { id: true, filerId: true } })
  if (!found) return null
  await tx.$queryRaw`SELECT id FROM person WHERE id = ${found.filerId}::uuid FOR KEY SHARE`
  await tx.$queryRaw`SELECT id FROM pending_proxy WHERE id = ${found.id}::uuid FOR UPDATE`
  return await findPending(tx, which, now)
}
