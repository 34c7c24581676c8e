/**
 * Official statistical codes: ASCII digits that nest by prefix, so a subtree is a prefix. The program asks for subtrees
 * with range conditions instead of LIKE, because digits collate alike everywhere and a range uses any index.
 */
export type RegionLevel = 'city' | 'county' | 'township' | 'village' | 'grid'

/** From the top down, with the length of a code of that level. */
export const regionLevels = [
  { level: 'city', digits: 4 },
  { level: 'county', digits: 6 },
  { level: 'township', digits: 9 },
  { level: 'village', digits: 12 },
  { level: 'grid', digits: 15 },
] as const satisfies readonly { level: RegionLevel; digits: number }[]

/** Greater than every code there is, and still digits. */
const BEYOND_ALL = '9'.repeat(16)

/** The level that a code has by its length; undefined for what is no code. */
export function regionLevelOf(code: string): RegionLevel | undefined {
  if (!/^[0-9]+$/.test(code)) return undefined
  return regionLevels.find(({ digits }) => digits === code.length)?.level
}

/** The code one level up (county of a township ...); undefined for a city and for what is no code. */
export function parentCode(code: string): string | undefined {
  const above = ancestorCodes(code)
  return above[above.length - 1]
}

/** The codes above a code, from the city down, without itself; they need not all exist (see cityWithoutCounties). */
export function ancestorCodes(code: string): string[] {
  if (!regionLevelOf(code)) return []
  return regionLevels.filter(({ digits }) => digits < code.length).map(({ digits }) => code.slice(0, digits))
}

/**
 * The city of a township whose county part is 00: cities such as Dongguan (4419) have no counties, their townships
 * (441900003) hang below the city. Undefined for every other code.
 */
export function cityWithoutCounties(code: string): string | undefined {
  return regionLevelOf(code) === 'township' && code.slice(4, 6) === '00' ? code.slice(0, 4) : undefined
}

/** Whether a region is the other one or lies below it; the empty string is everything. */
export function isWithin(code: string, ancestor: string): boolean {
  return code.startsWith(ancestor)
}

/**
 * The half-open range of all codes below a region and its own, for a condition on a code column:
 * 1408 gives { gte: '1408', lt: '1409' }. Any string of digits will do (14 is a province); the empty string is everything.
 */
export function subtreeRange(code: string): { gte: string; lt: string } {
  if (!/^[0-9]*$/.test(code)) throw new Error(`not a region code: ${JSON.stringify(code)}`)
  const head = code.replace(/9+$/, '')
  if (head === '') return { gte: code, lt: BEYOND_ALL }
  return { gte: code, lt: head.slice(0, -1) + (Number(head.at(-1)) + 1) }
}

/** The first 4 digits; undefined where the code has fewer. */
export const cityOf = (code: string): string | undefined => cut(code, 4)

/** The first 6 digits; undefined where the code has fewer. */
export const countyOf = (code: string): string | undefined => cut(code, 6)

/** The first 9 digits; undefined where the code has fewer. */
export const townshipOf = (code: string): string | undefined => cut(code, 9)

/** The first 12 digits; undefined where the code has fewer. */
export const villageOf = (code: string): string | undefined => cut(code, 12)

function cut(code: string, digits: number): string | undefined {
  return code.length >= digits ? code.slice(0, digits) : undefined
}
