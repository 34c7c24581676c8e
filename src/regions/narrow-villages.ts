import type { Db } from '../db/database.ts'
import { describeRegions, type RegionDescription } from './describe-region.ts'
import { provinces } from './provinces.ts'

/** The most places to choose from at once. */
const MOST_PLACES = 24

/** The next question on the way to one of many villages: in which of these places is it? */
export interface Narrowing {
  level: 'province' | 'city' | 'county' | 'township'
  /** in the order of their codes; `code` is what to search `within`, name and ancestors are for regionLabel */
  places: (Pick<RegionDescription, 'name' | 'ancestors'> & { code: string; count: number })[]
}

/**
 * Groups hits so that one press takes the person as near as possible: by township where all are in one county, else by
 * county, and where those are too many by city or province. Null where all are in one place.
 */
export async function narrowVillages(
  db: Db,
  hits: readonly { code: string; count: number }[],
): Promise<Narrowing | null> {
  const digits =
    [hits[0]?.code.length ?? 0, 4, 2].find((n) => group(hits, n).size <= MOST_PLACES || n === 2) ?? 2
  const counts = group(hits, digits)
  if (counts.size < 2) return null
  const codes = [...counts.keys()].sort()
  // a city without counties stands for its county 00, which is no region
  const described = await describeRegions(db, [...codes, ...codes.map((code) => code.slice(0, 4))])
  return {
    level: digits === 9 ? 'township' : digits === 6 ? 'county' : digits === 4 ? 'city' : 'province',
    places: codes.map((code) => {
      const region = described.get(code) ?? described.get(code.slice(0, 4))
      const name = region?.name ?? provinces.find((province) => province.code === code)?.name ?? code
      return { code, count: counts.get(code) ?? 0, name, ancestors: region?.ancestors ?? [] }
    }),
  }
}

function group(hits: readonly { code: string; count: number }[], digits: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { code, count } of hits) {
    const place = code.slice(0, digits)
    counts.set(place, (counts.get(place) ?? 0) + count)
  }
  return counts
}
