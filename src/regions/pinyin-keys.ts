import { pinyinReadings } from './pinyin-readings.ts'
import type { RegionLevel } from './region-code.ts'
import { shortRegionName } from './short-region-name.ts'

/** Ways to read one name that are kept, the likeliest first. */
const MOST_WAYS = 6
/** Characters of a name that are read; no village is called longer. */
const LONGEST = 8
/** Shorter initials are too many villages' to tell anything. */
export const SHORTEST_INITIALS = 3

const KIND = /(省|市|区|县|旗|州|盟|镇|乡|街道|街道办事处)$/

/**
 * How a region is typed in pinyin, without tones and spaces, each way once. A village: every run of at least two
 * neighbouring syllables of its short name (wutingcun, wuting, tingcun), and the initials from its beginning on, at least
 * three (wtc). A region above: its name with and without what kind it is (gaocunzhen, gaocun). A grid: none. Characters
 * with several readings make several ways. No commas. Pure.
 */
export function pinyinKeys(name: string, level: RegionLevel): string[] {
  if (level === 'grid') return []
  const letters = [...shortRegionName(name)].slice(0, LONGEST)
  const keys = new Set<string>()
  if (level !== 'village') {
    const stem = name.replace(KIND, '')
    for (const part of [[...name], [...stem]])
      if (part.length >= 2) for (const way of waysToRead(part)) keys.add(way.join(''))
    return [...keys]
  }
  for (const way of waysToRead(letters)) {
    for (let start = 0; start < way.length - 1; start++)
      for (let end = start + 2; end <= way.length; end++) keys.add(way.slice(start, end).join(''))
    const initials = way.map((syllable) => syllable[0]).join('')
    for (let end = SHORTEST_INITIALS; end <= initials.length; end++) keys.add(initials.slice(0, end))
  }
  return [...keys]
}

/** The syllables of each way to read these characters: those with the commonest readings first. */
export function waysToRead(letters: readonly string[]): string[][] {
  let ways: { syllables: string[]; rareness: number }[] = [{ syllables: [], rareness: 0 }]
  for (const letter of letters) {
    const readings = pinyinReadings(letter)
    if (readings.length === 0) continue
    ways = ways
      .flatMap(({ syllables, rareness }) =>
        readings.map((reading, rank) => ({ syllables: [...syllables, reading], rareness: rareness + rank })),
      )
      .sort((a, b) => a.rareness - b.rareness)
      .slice(0, MOST_WAYS)
  }
  return ways.map(({ syllables }) => syllables)
}
