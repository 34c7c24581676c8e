import type { Prisma, PrismaClient } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'
import type { Statement, Statements } from './statements.ts'

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

const markDoneStatement: Statement = {
  name: 'mark-done',
  text: `INSERT INTO processed_update (update_id, processed_at) VALUES ($1, $2) ON CONFLICT (update_id) DO NOTHING`,
}

/** Marks an update that had no effect, so that it has none, either, should it come again when things stand otherwise. */
export async function markDone(
  { statements, clock }: { statements: Statements; clock: Clock },
  updateId: number,
): Promise<void> {
  await statements.run(markDoneStatement, [updateId, clock.now()])
}
