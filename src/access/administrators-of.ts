import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { ancestorCodes } from '../regions/region-code.ts'
import { runningAt } from './grants.ts'

/** The Telegram ids of all administrators of any of these regions: of the region itself, of one above it, and the roots. */
export async function administratorsOf(
  { db, clock, administratorIds }: { db: Db; clock: Clock; administratorIds: readonly number[] },
  regionCodes: readonly string[],
): Promise<number[]> {
  const codes = [...new Set(regionCodes.flatMap((code) => [code, ...ancestorCodes(code)]))]
  const grants = await db.accessGrant.findMany({
    where: {
      role: 'administrator',
      AND: [runningAt(clock.now()), { OR: [{ regionCode: null }, { regionCode: { in: codes } }] }],
    },
    select: { holderTelegramId: true },
    orderBy: { id: 'asc' },
  })
  return [
    ...new Set([...administratorIds, ...grants.map(({ holderTelegramId }) => Number(holderTelegramId))]),
  ]
}
