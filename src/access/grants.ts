import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Grant, Role } from './grant.ts'

/** A row of access_grant, as far as it says what may be done. */
export interface GrantRow {
  role: Role
  /** null: everything */
  regionCode: string | null
}

/**
 * What a Telegram user holds now. A root (ADMIN_IDS) holds everything without a row, and nothing is read for them. One
 * statement for everybody else.
 */
export async function loadGrants(
  { db, clock, administratorIds }: { db: Db; clock: Clock; administratorIds: readonly number[] },
  telegramId: number,
): Promise<Grant[]> {
  if (administratorIds.includes(telegramId)) return toGrants(administratorIds, telegramId, [])
  const rows = await db.accessGrant.findMany({
    where: { holderTelegramId: BigInt(telegramId), ...runningAt(clock.now()) },
    select: { role: true, regionCode: true },
    orderBy: { id: 'asc' },
  })
  return toGrants(administratorIds, telegramId, rows)
}

/** The condition that a grant runs: not ended, and its time is not up. */
export function runningAt(now: Date) {
  return { endedAt: null, OR: [{ until: null }, { until: { gt: now } }] }
}

/** What somebody holds by the rows that run; a root holds everything whatever they say. */
export function toGrants(
  administratorIds: readonly number[],
  telegramId: number,
  rows: readonly GrantRow[],
): Grant[] {
  if (administratorIds.includes(telegramId)) return [{ role: 'administrator', regionCode: '' }]
  return rows.map(({ role, regionCode }) => ({ role, regionCode: regionCode ?? '' }))
}
