import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { type Cadence, currentPeriod } from './period.ts'

/** Adds a pending digest without a period key for each linked chat that matches. Returns their ids. */
export async function createInterimDigests(
  { prisma, clock, random }: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  which: Prisma.CommitteeChatWhereInput,
): Promise<string[]> {
  const now = clock.now()
  const { start, end } = currentPeriod(cadence, now, timeZone)
  const chats = await prisma.committeeChat.findMany({
    where: { AND: [which, { leftAt: null, regionCode: { not: null } }] },
    select: { chatId: true, regionCode: true },
    orderBy: { chatId: 'asc' },
  })
  const rows = chats.flatMap(({ chatId, regionCode }) =>
    regionCode === null
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
  return rows.map(({ id }) => id)
}
