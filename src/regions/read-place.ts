import type { Db } from '../db/database.ts'
import { provinces } from './provinces.ts'

interface HigherRegion {
  code: string
  name: string
}

/** One way to read a text: what is left of it once the names of `depth` regions in front are taken off. */
export interface PlaceReading {
  /** the code of the innermost region named */
  scope: string
  depth: number
  /** where the rest begins in the text */
  start: number
  /** empty where the text names nothing but regions */
  rest: string
}

/**
 * All ways to read the front of a text (normalised, without spaces) as a province, city, county or township, one inside
 * the other, with or without 省, 市, 县, 镇 ...: "万荣县高村镇乌停村", "万荣高村乌停", "山西北张村". One query.
 * Only regions that lie in `within`, or around it, count.
 */
export async function readPlace(db: Db, text: string, within: string): Promise<PlaceReading[]> {
  const letters = [...text]
  const pairs = [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))]
  if (pairs.length === 0) return []
  const rows = await db.$queryRaw<HigherRegion[]>`
    SELECT code, lower(name) AS name FROM region
    WHERE level IN ('city', 'county', 'township') AND left(name, 2) = ANY(${pairs}) ORDER BY code`
  const regions = [...provinces, ...rows].map(({ code, name }) => ({
    code,
    names: [name, stemOf(name)].filter((each) => each !== undefined),
  }))
  return readNames(text, regions, within)
}

/** The same for regions and their names (the longest first) that are known already. Pure. */
export function readNames(
  text: string,
  regions: readonly { code: string; names: readonly string[] }[],
  within: string,
): PlaceReading[] {
  const possible = regions.filter(({ code }) => code.startsWith(within) || within.startsWith(code))
  const readings: PlaceReading[] = []
  const read = (start: number, scope: string, depth: number) => {
    for (const { code, names } of possible) {
      if (code.length <= scope.length || !code.startsWith(scope)) continue
      const named = names.find((each) => text.startsWith(each, start))
      if (named === undefined) continue
      const end = start + named.length
      readings.push({ scope: code, depth: depth + 1, start: end, rest: text.slice(end) })
      read(end, code, depth + 1)
    }
  }
  read(0, '', 0)
  return readings
}

/** 万荣县 without 县, 恩施土家族苗族自治州 without all that follows 恩施; at least two characters stay. */
function stemOf(name: string): string | undefined {
  return /^(.{2,}?)(?:(?:维吾尔|回族|壮族|[^族]{1,4}族)*自治)?(?:省|市|区|县|旗|州|盟|镇|乡|苏木|街道|地区|街道办事处)$/.exec(
    name,
  )?.[1]
}
