import type { Clock } from '../lib/clock.ts'

/** Longer than any call to a sink takes. */
const LOST_AFTER_MS = 10 * 60_000

/**
 * The change of any table of deliveries that calls those unknown that began more than ten minutes ago and never ended: the
 * process died between asking the sink and hearing its answer. They are not repeated. All of them, or the one with this id.
 */
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
