import type { PrismaClient } from '../../prisma/client/client.ts'
import type { Clock } from '../lib/clock.ts'
import type { Coordination } from '../lib/coordination.ts'
import { oneAtATime } from '../lib/one-at-a-time.ts'

/** Without Redis there is one process: turns are kept in memory, everything else in the database. */
export function createSingleProcessCoordination(prisma: PrismaClient, clock: Clock): Coordination {
  return {
    inTurn: oneAtATime(),
    // the database answers in well under a millisecond here, so there is nothing to cut short
    knownDone: async () => false,
    noteDone: async () => {},
    conversationState: {
      read: async (key) =>
        (await prisma.conversationState.findUnique({ where: { key } }))?.state ?? undefined,
      write: async (key, value) => {
        const data = { state: value as object, updatedAt: clock.now() }
        await prisma.conversationState.upsert({ where: { key }, update: data, create: { key, ...data } })
      },
      delete: async (key) => {
        await prisma.conversationState.deleteMany({ where: { key } })
      },
    },
    ping: async () => true,
    close: async () => {},
  }
}
