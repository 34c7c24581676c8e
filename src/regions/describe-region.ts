import type { Db } from '../db/database.ts'
import { ancestorCodes, type RegionLevel } from './region-code.ts'
import { romanRegionName } from './roman-region-name.ts'
import { shortRegionName } from './short-region-name.ts'

/** One region as it is shown. `name` and the ancestors' names are short; ancestors go from the city down. */
export interface RegionDescription {
  code: string
  level: RegionLevel
  officialName: string
  name: string
  ancestors: { code: string; level: RegionLevel; name: string }[]
}

/** Describes many regions with one query. Codes that are not in the database are not in the map. */
export async function describeRegions(
  db: Db,
  codes: readonly string[],
): Promise<Map<string, RegionDescription>> {
  const wanted = new Set(codes)
  const needed = [...new Set([...wanted].flatMap((code) => [code, ...ancestorCodes(code)]))]
  if (needed.length === 0) return new Map()
  const rows = await db.$queryRaw<{ code: string; level: RegionLevel; name: string }[]>`
    SELECT code, level::text AS level, name FROM region WHERE code = ANY(${needed})`
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const described = new Map<string, RegionDescription>()
  for (const code of wanted) {
    const row = byCode.get(code)
    if (!row) continue
    described.set(code, {
      code,
      level: row.level,
      officialName: row.name,
      name: shortRegionName(row.name),
      ancestors: ancestorCodes(code).flatMap((above) => {
        const region = byCode.get(above)
        return region ? [{ code: above, level: region.level, name: shortRegionName(region.name) }] : []
      }),
    })
  }
  return described
}

/** A short name in the reader's writing: 乌停村 in Chinese, "Wuting Village (乌停村)" elsewhere. */
export function regionName(name: string, locale: string): string {
  return isChinese(locale) ? name : `${romanRegionName(name)} (${name})`
}

/**
 * A region with what tells it from its namesakes: a village with its county and township, a township with its county, a
 * county with its city, a grid with all but the city. "乌停村（万荣县·高村镇）" in Chinese, elsewhere "Wuting Village (乌停村),
 * Gaocun Town, Wanrong County".
 */
export function regionLabel(region: Pick<RegionDescription, 'name' | 'ancestors'>, locale: string): string {
  const belowCity = region.ancestors.filter(({ level }) => level !== 'city')
  const above = (belowCity.length > 0 ? belowCity : region.ancestors).map(({ name }) => name)
  if (!isChinese(locale)) return regionPath([...above, region.name], locale)
  return above.length === 0 ? region.name : `${region.name}（${above.join('·')}）`
}

/**
 * Short names from the top down, as one: "万荣县·高村镇·乌停村", elsewhere "Wuting Village (乌停村), Gaocun Town, Wanrong County".
 * Pure.
 */
export function regionPath(names: readonly string[], locale: string): string {
  if (isChinese(locale)) return names.join('·')
  const [name, ...above] = names.toReversed()
  return name === undefined ? '' : [regionName(name, locale), ...above.map(romanRegionName)].join(', ')
}

/** What lies above a region, the nearest first and without its city: "高村镇 · 万荣县", "Gaocun Town, Wanrong County". Pure. */
export function regionSurroundings(
  { ancestors }: Pick<RegionDescription, 'ancestors'>,
  locale: string,
): string {
  const names = ancestors
    .filter(({ level }) => level !== 'city')
    .map(({ name }) => name)
    .reverse()
  return isChinese(locale) ? names.join(' · ') : names.map(romanRegionName).join(', ')
}

/** The office of a region by its official name, as it signs: 乌停村委会; elsewhere its region, "Wuting Village (乌停村)". Pure. */
export function officeName(officialName: string, locale: string): string {
  return isChinese(locale) ? officialName : regionName(shortRegionName(officialName), locale)
}

function isChinese(locale: string): boolean {
  return /^zh\b/i.test(locale)
}
