import type { Db } from '../db/database.ts'
import { pinyinKeys } from './pinyin-keys.ts'
import { provinces } from './provinces.ts'
import { type PlaceReading, readNames } from './read-place.ts'

/** The shortest and the longest names of a region that are looked for, in letters. */
const SHORTEST = 3
const LONGEST = 24

/**
 * The same as readPlace for plain pinyin without spaces: gaocunwuting, wanronggaocunwuting, yunchengshi. One query.
 */
export async function readPinyinPlace(db: Db, text: string, within: string): Promise<PlaceReading[]> {
  const parts = new Set<string>()
  for (let start = 0; start <= text.length - SHORTEST; start++)
    for (let end = start + SHORTEST; end <= Math.min(text.length, start + LONGEST); end++)
      parts.add(text.slice(start, end))
  if (parts.size === 0) return []
  const rows = await db.$queryRaw<{ code: string; names: string[] }[]>`
    SELECT code, pinyin AS names FROM region
    WHERE level IN ('city', 'county', 'township') AND pinyin && ${[...parts]} ORDER BY code`
  const above = provinces.map(({ code, name }) => ({ code, names: pinyinKeys(name, 'city') }))
  const regions = [...above, ...rows].map(({ code, names }) => ({
    code,
    names: [...names].sort((a, b) => b.length - a.length),
  }))
  return readNames(text, regions, within)
}
