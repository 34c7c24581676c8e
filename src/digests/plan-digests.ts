import type { PrismaClient } from '../../prisma/client/client.ts'
import { lostDeliveries } from '../deliveries/settle.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { type Cadence, lastFullPeriod } from './period.ts'

export interface PlannedDigests {
  /** to be delivered: planned now, or planned before and still pending */
  ids: string[]
  /** how many of them were planned now */
  created: number
  /** deliveries of which nobody will know any more what became of them */
  lost: number
}

/**
 * Plans the digest of the last full period for every linked chat. May be repeated, also at the same time by several
 * processes: there is one digest for a chat and a period. Interim digests that are pending are none of its business.
 */
export async function planDigests(
  deps: { prisma: PrismaClient; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
): Promise<PlannedDigests> {
  const { prisma, clock, random } = deps
  const now = clock.now()
  const lost = await prisma.digest.updateMany(lostDeliveries(clock))
  const period = lastFullPeriod(cadence, now, timeZone)
  const chats = await prisma.committeeChat.findMany({
    where: { leftAt: null, regionCode: { not: null }, digests: { none: { periodKey: period.key } } },
    select: { chatId: true, regionCode: true },
    orderBy: { chatId: 'asc' },
  })
  const { count: created } = await prisma.digest.createMany({
    data: chats.flatMap(({ chatId, regionCode }) =>
      regionCode === null
        ? []
        : [
            {
              id: random.uuid(),
              chatId,
              regionCode,
              periodKey: period.key,
              periodStart: period.start,
              periodEnd: period.end,
              state: 'pending' as const,
              createdAt: now,
            },
          ],
    ),
    skipDuplicates: true,
  })
  const pending = await prisma.digest.findMany({
    where: { state: 'pending', periodKey: { not: null }, chat: { leftAt: null } },
    select: { id: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return { ids: pending.map(({ id }) => id), created, lost: lost.count }
}
