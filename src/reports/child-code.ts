import { Prisma } from '../../prisma/client/client.ts'
import { regionLevels } from '../regions/region-code.ts'

/**
 * The code of the region right below `regionCode` that a submission belongs to, as SQL on `village_code`; null for a
 * village, below which nothing is told apart. The empty string stands above the cities. In cities without counties
 * (region-code.ts) it is the township's.
 */
export function childCode(regionCode: string): Prisma.Sql | null {
  const next = regionLevels.find(({ digits }) => digits > regionCode.length)
  if (!next || next.level === 'grid') return null
  if (next.level !== 'county') return Prisma.sql`left(village_code, ${next.digits}::int)`
  return Prisma.sql`left(village_code, CASE substr(village_code, 5, 2) WHEN '00' THEN 9 ELSE 6 END)`
}
