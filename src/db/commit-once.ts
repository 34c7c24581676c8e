import type { Prisma, PrismaClient } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'

export type Once<T> = { done: 'now'; value: T } | { done: 'before' }

/**
 * Runs the effect of one update in a transaction that also marks the update as done, so that however often the update
 * arrives, and whenever the process dies, its effect is in the database once or not at all. Effects are database work
 * only: whatever is sent to anybody comes after the commit.
 */
export async function commitOnce<T>(
  deps: { prisma: PrismaClient; clock: Clock },
  updateId: number,
  effect: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<Once<T>> {
  return await deps.prisma.$transaction(async (tx) => {
    const marked = await tx.$executeRaw`
      INSERT INTO processed_update (update_id, processed_at) VALUES (${BigInt(updateId)}, ${deps.clock.now()})
      ON CONFLICT (update_id) DO NOTHING`
    if (marked === 0) return { done: 'before' as const }
    return { done: 'now' as const, value: await effect(tx) }
  })
}
