import type { Db } from '../db/database.ts'
import { describeRegions, type RegionDescription } from './describe-region.ts'
import { type Narrowing, narrowVillages } from './narrow-villages.ts'
import { normalizePlaceText } from './normalize-place-text.ts'
import { waysToRead } from './pinyin-keys.ts'
import { plainPlaceWords } from './plain-place-words.ts'
import { readPinyinPlace } from './read-pinyin-place.ts'
import { type PlaceReading, readPlace } from './read-place.ts'
import { villageOf } from './region-code.ts'
import { searchVillageNames, type VillageName } from './search-village-names.ts'
import { shortRegionName } from './short-region-name.ts'
import { typedPinyin } from './typed-pinyin.ts'

export interface FindVillagesOptions {
  /** only villages of this region, e.g. of the county that was chosen; digits, default everywhere */
  within?: string
  /** how many villages to return; default 8 */
  limit?: number
  /** how many to pass over, for the next page; default 0 */
  offset?: number
  /**
   * whether characters that only sound like a name count where nothing is written so, as 乌亭 for 乌停; default no. For
   * words that were asked for as a village's name: many other words sound like some village.
   */
  homophones?: boolean
}

export type FindVillagesResult =
  | {
      ok: true
      /** how many there are altogether */
      total: number
      /** one page of them: called exactly so, then beginning so, then with it inside; then by code */
      villages: RegionDescription[]
      /**
       * Not null where there are more than `limit` and their first page does not settle it: ask for one of these places
       * first and search again `within` it. Null: show the villages.
       */
      narrowing: Narrowing | null
    }
  /** nothing to look for: no letters, one character, far too long, or only words such as 村委会 */
  | { ok: false; code: 'too_short' }
  /** the text names townships, counties or cities (at most `limit` of them): step down from there */
  | { ok: false; code: 'not_a_village'; regions: RegionDescription[] }
  | { ok: false; code: 'not_found' }

/** Ways to read what was typed that are tried, the likeliest first. */
const MOST_SOUNDS = 3

/** Says of a place only of what kind it is. */
const KIND_ONLY =
  /^(行政村|自然村|村|社区|嘎查)?(村|村委|居委|村?村?委会|村?村?民?委员会|居委会|居民委员会)?$/

const KIND_ONLY_PINYIN =
  /^(.{0,2}|xingzhengcun|zirancun|cun|shequ|(cun)?(cunwei|cunweihui|cunminweiyuanhui)|(shequ)?(juwei|juweihui|juminweiyuanhui))$/

/**
 * Finds villages by what people type: part of the name with or without 村 or 村委会, the province, city, county or township
 * in front (or behind, as in a label that was copied), spaces and full-width forms anywhere, or the whole code; all names
 * also in pinyin, with or without tones and spaces, the village's also by at least three initials. Where nothing is found,
 * without what is said around a name (我是…的), and by the sound where `homophones` allows it. Only reads; two to four short
 * queries, up to a dozen where nothing is found.
 */
export async function findVillages(
  db: Db,
  text: string,
  { homophones = false, ...options }: FindVillagesOptions = {},
): Promise<FindVillagesResult> {
  const words = normalizePlaceText(text)
  const asTyped = await findByWords(db, words, options)
  if (asTyped.ok || asTyped.code !== 'not_found') return asTyped
  const plain = plainPlaceWords(words)
  const found = plain ? await findByWords(db, plain, options) : asTyped
  if (found.ok || found.code === 'not_a_village' || !homophones)
    return found.ok ? found : kept(found, asTyped)
  return (await findBySound(db, plain ?? words, options)) ?? kept(found, asTyped)
}

/** Less that was said may be too short to look for, but what was typed was not. */
function kept(found: FindVillagesResult, asTyped: FindVillagesResult): FindVillagesResult {
  return found.ok || found.code === 'not_a_village' ? found : asTyped
}

async function findByWords(
  db: Db,
  words: readonly string[],
  { within = '', limit = 8, offset = 0 }: FindVillagesOptions,
): Promise<FindVillagesResult> {
  const joined = words.join('')
  const code = /^v?([0-9]{4,})$/.exec(joined)?.[1]
  if (code) return await findByCode(db, code)
  if (KIND_ONLY.test(joined) || (within === '' && [...joined].length < 2))
    return { ok: false, code: 'too_short' }

  const page = { within, limit, offset }
  const syllables = typedPinyin(words)
  if (syllables && KIND_ONLY_PINYIN.test(syllables.join(''))) return { ok: false, code: 'too_short' }
  const byPinyin = syllables && (await searchBy(pinyinWays(db, syllables), db, page))
  if (byPinyin?.ok) return byPinyin
  const byName = await searchBy(nameWays(db, words), db, page)
  return !byName.ok && byPinyin?.code === 'not_a_village' ? byPinyin : byName
}

/** Chinese characters by their sound; null where nothing sounds so, or where they are no Chinese. */
async function findBySound(
  db: Db,
  words: readonly string[],
  { within = '', limit = 8, offset = 0 }: FindVillagesOptions,
): Promise<FindVillagesResult | null> {
  if (!words.every((word) => /^\p{Script=Han}{2,}$/u.test(word))) return null
  const ways = waysToRead([...words.join('')])
  for (const syllables of ways.slice(0, MOST_SOUNDS)) {
    if (KIND_ONLY_PINYIN.test(syllables.join(''))) continue
    const found = await searchBy(pinyinWays(db, [syllables.join('')]), db, { within, limit, offset })
    if (found.ok) return found
  }
  return null
}

/** One manner of writing names: how to read the regions in front, and how a village's name is looked for. */
interface Ways {
  read(words: readonly string[], within: string): Promise<PlaceReading[]>
  words: readonly string[]
  tellsNothing(name: string): boolean
  /** as it is usually said */
  short(name: string): string
  /** without what kind of place it is */
  loose(name: string): string
  pinyin: boolean
}

function nameWays(db: Db, words: readonly string[]): Ways {
  return {
    read: (each, within) => readPlace(db, each.join(''), within),
    words,
    tellsNothing: (name) => KIND_ONLY.test(name),
    short: shortRegionName,
    loose: (name) => shortRegionName(name).replace(/(行政村|村|社区)$/, ''),
    pinyin: false,
  }
}

function pinyinWays(db: Db, words: readonly string[]): Ways {
  const short = (name: string) => name.replace(/(cun)?(cunweihui|cunminweiyuanhui)$/, 'cun')
  return {
    read: (each, within) => readPinyinPlace(db, each.join(''), within),
    words,
    tellsNothing: (name) => name.length < 3 || KIND_ONLY_PINYIN.test(name),
    short,
    loose: (name) => short(name).replace(/(xingzhengcun|cun|shequ|juweihui|juminweiyuanhui)$/, ''),
    pinyin: true,
  }
}

async function searchBy(
  ways: Ways,
  db: Db,
  { within, limit, offset }: { within: string; limit: number; offset: number },
): Promise<FindVillagesResult> {
  const readings = await ways.read(ways.words, within)
  for await (const names of waysToSearch(ways, readings, within)) {
    const hits = await searchVillageNames(db, names, { limit, offset })
    if (hits.total === 0) continue
    const described = await describeRegions(db, hits.codes)
    const settled = hits.total <= limit || (hits.exact > 0 && hits.exact <= limit)
    return {
      ok: true,
      total: hits.total,
      villages: hits.codes.flatMap((each) => described.get(each) ?? []),
      narrowing: settled ? null : await narrowVillages(db, hits.places),
    }
  }
  const named = readings.filter(({ rest }) => rest === '').map(({ scope }) => scope)
  const regions = [...(await describeRegions(db, named)).values()].slice(0, limit)
  return regions.length > 0 ? { ok: false, code: 'not_a_village', regions } : { ok: false, code: 'not_found' }
}

async function findByCode(db: Db, code: string): Promise<FindVillagesResult> {
  const wanted = villageOf(code) ?? code
  const region = (await describeRegions(db, [wanted])).get(wanted)
  if (!region || code.length > 15) return { ok: false, code: 'not_found' }
  if (region.level !== 'village') return { ok: false, code: 'not_a_village', regions: [region] }
  return { ok: true, total: 1, villages: [region], narrowing: null }
}

/** What to look for, from the likeliest meaning of the words to the loosest; the first that finds anything counts. */
async function* waysToSearch(
  ways: Ways,
  readings: readonly PlaceReading[],
  within: string,
): AsyncGenerator<VillageName[]> {
  const { words, short, loose, pinyin } = ways
  const joined = words.join('')
  const whole = (name: string): VillageName[] => [{ name, scopes: [within], pinyin }]
  // in pinyin a space may also stand between the syllables of one name
  if (pinyin) yield whole(short(joined))
  // 高村 新村: a space says where the place in front ends
  yield* inNamedPlaces(ways, readings.filter(startsAtWord(words)), within)
  if (!pinyin) yield whole(short(joined))
  yield* inNamedPlaces(ways, readings, within)
  if (words.length > 1) {
    // 乌停村（万荣县·高村镇）
    const turned = [...words.slice(1), words[0] ?? '']
    const turnedReadings = await ways.read(turned, within)
    yield* inNamedPlaces(ways, turnedReadings.filter(startsAtWord(turned)), within)
  }
  if (readings.some(({ rest }) => rest === '')) return
  // 永合村 where the official name is 永合行政村, 西花园村 where it is 西花园社区
  if ([...loose(joined)].length > 1) yield whole(loose(joined))
  yield* inNamedPlaces(
    ways,
    readings.map((reading) => ({ ...reading, rest: loose(reading.rest) })),
    within,
  )
}

/** The readings that name most regions first. */
function* inNamedPlaces(
  { tellsNothing, short, pinyin }: Ways,
  readings: readonly PlaceReading[],
  within: string,
): Generator<VillageName[]> {
  const telling = readings.filter(({ rest }) => !tellsNothing(rest))
  for (const depth of [...new Set(telling.map((reading) => reading.depth))].sort((a, b) => b - a)) {
    const byName = Map.groupBy(
      telling.filter((reading) => reading.depth === depth),
      ({ rest }) => short(rest),
    )
    yield [...byName].map(([name, group]) => ({
      name,
      scopes: group.map(({ scope }) => (scope.length > within.length ? scope : within)),
      pinyin,
    }))
  }
}

function startsAtWord(words: readonly string[]): (reading: PlaceReading) => boolean {
  const starts = new Set<number>()
  let start = 0
  for (const word of words) {
    if (start > 0) starts.add(start)
    start += word.length
  }
  return (reading) => starts.has(reading.start)
}
