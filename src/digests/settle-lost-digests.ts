import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'

const LOST_AFTER_MS = 10 * 60_000

/**
 * Calls deliveries unknown that began more than ten minutes ago and never ended: the process died between asking
 * Telegram and hearing the answer. They are not repeated. Returns how many; all of them, or the one with this id.
 */
export async function settleLostDigests(
  { prisma, clock }: { prisma: Db; clock: Clock },
  digestId?: string,
): Promise<number> {
  const { count } = await prisma.digest.updateMany(lostDeliveries(clock, digestId))
  return count
}

/** The same as a change of any table of deliveries. */
export function lostDeliveries(clock: Clock, id?: string) {
  return {
    where: {
      ...(id !== undefined && { id }),
      state: 'sending' as const,
      // while it is being sent, this is when that began
      sentAt: { lte: new Date(clock.now().getTime() - LOST_AFTER_MS) },
    },
    data: { state: 'unknown' as const },
  }
}
