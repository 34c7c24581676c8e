import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { type Cadence, currentPeriod } from './period.ts'

/** An interim digest that could not be posted for so long holds up no other. */
const PENDING_HOURS = 6

export interface InterimDigests {
  /** to be delivered */
  ids: string[]
  /** how many chats have one already that is still to be posted, and so got no other */
  pending: number
}

/** Adds a pending digest without a period key for each linked chat that matches and has none. */
export async function createInterimDigests(
  { prisma, clock, random }: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  which: Prisma.CommitteeChatWhereInput,
): Promise<InterimDigests> {
  const now = clock.now()
  const { start, end } = currentPeriod(cadence, now, timeZone)
  const since = new Date(now.getTime() - PENDING_HOURS * 3600 * 1000)
  const stillToCome = { periodKey: null, state: 'pending' as const, createdAt: { gt: since } }
  const chats = await prisma.committeeChat.findMany({
    where: { AND: [which, { leftAt: null, regionCode: { not: null } }] },
    select: { chatId: true, regionCode: true, _count: { select: { digests: { where: stillToCome } } } },
    orderBy: { chatId: 'asc' },
  })
  const rows = chats.flatMap(({ chatId, regionCode, _count }) =>
    regionCode === null || _count.digests > 0
      ? []
      : [
          {
            id: random.uuid(),
            chatId,
            regionCode,
            periodStart: start,
            periodEnd: end,
            state: 'pending' as const,
            createdAt: now,
          },
        ],
  )
  await prisma.digest.createMany({ data: rows })
  return { ids: rows.map(({ id }) => id), pending: chats.length - rows.length }
}
