import { pinyin } from 'pinyin-pro'

/** Different readings of one character that are tried. */
const MOST = 3
/** Characters whose second reading is in no place's name, and which are in very many. */
const SETTLED = /[家大南区县村社会]/
const cache = new Map<string, readonly string[]>()

/**
 * The readings of one character in plain letters (a to z; ü is u, see plainPinyin), the commonest first. A letter or digit
 * reads as itself; what has no reading has none.
 */
export function pinyinReadings(character: string): readonly string[] {
  const known = cache.get(character)
  if (known) return known
  const readings = readingsOf(character)
  cache.set(character, readings)
  return readings
}

function readingsOf(character: string): readonly string[] {
  if (!/\p{Script=Han}/u.test(character)) {
    const plain = character.normalize('NFKC').toLowerCase()
    return /^[a-z0-9]$/.test(plain) ? [plain] : []
  }
  const all = pinyin(character, { toneType: 'none', type: 'array', multiple: true })
    .map(plainPinyin)
    .filter((reading) => /^[a-z]+$/.test(reading))
  return [...new Set(all)].slice(0, SETTLED.test(character) ? 1 : MOST)
}

/** Pinyin as it is compared: lower case, without tones and spaces, ü (also typed v, or yu after l and n) as u. */
export function plainPinyin(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}|[\s'’]/gu, '')
    .toLowerCase()
    .replace(/v|(?<=l)yu/g, 'u')
}
