import type { PrismaClient } from '../../prisma/client/client.ts'
import { lostDeliveries } from '../deliveries/settle.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { tellable } from '../people/may-tell.ts'
import { type Cadence, lastFullPeriod } from './period.ts'
import type { PlannedDigests } from './plan-digests.ts'

/**
 * Plans the digest of the last full period for everybody who wants a village's. May be repeated, also at the same time by
 * several processes: there is one for a person, a village and a period. Whoever blocked the bot or wants no news is left
 * alone, and so is whoever took their consent back.
 */
export async function planPrivateDigests(
  deps: { prisma: PrismaClient; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
): Promise<PlannedDigests> {
  const { prisma, clock, random } = deps
  const now = clock.now()
  const lost = await prisma.privateDigest.updateMany(lostDeliveries(clock))
  const period = lastFullPeriod(cadence, now, timeZone)
  const wanted = await prisma.followedVillage.findMany({
    where: { digestWanted: true, person: tellable },
    select: { personId: true, villageCode: true },
    orderBy: [{ createdAt: 'asc' }, { personId: 'asc' }],
  })
  const { count: created } = await prisma.privateDigest.createMany({
    data: wanted.map(({ personId, villageCode }) => ({
      id: random.uuid(),
      personId,
      villageCode,
      periodKey: period.key,
      periodStart: period.start,
      periodEnd: period.end,
      state: 'pending' as const,
      createdAt: now,
    })),
    skipDuplicates: true,
  })
  const pending = await prisma.privateDigest.findMany({
    where: { state: 'pending', person: tellable },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return { ids: pending.map(({ id }) => id), created, lost: lost.count }
}
