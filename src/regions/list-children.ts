import type { Db } from '../db/database.ts'
import type { RegionLevel } from './region-code.ts'
import { shortRegionName } from './short-region-name.ts'

export interface Children {
  /** how many there are on all pages */
  total: number
  children: { code: string; level: RegionLevel; name: string; officialName: string }[]
}

/**
 * One page of the regions right below another, in the order of their codes, for stepping down. The empty string gives the
 * cities. Townships of a city without counties are its children. `limit` and `offset` count regions; `only` leaves out
 * those that it does not name.
 */
export async function listChildren(
  db: Db,
  code: string,
  { limit, offset = 0, only }: { limit: number; offset?: number; only?: string[] | undefined },
): Promise<Children> {
  const where = { parentCode: code === '' ? null : code, ...(only ? { code: { in: only } } : {}) }
  const [total, rows] = [
    await db.region.count({ where }),
    await db.region.findMany({ where, orderBy: { code: 'asc' }, take: limit, skip: offset }),
  ]
  return {
    total,
    children: rows.map((row) => ({
      code: row.code,
      level: row.level,
      name: shortRegionName(row.name),
      officialName: row.name,
    })),
  }
}
