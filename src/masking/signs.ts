/**
 * One visible character as it is compared: full-width and other forms folded (NFKC), lower case. `digit`: its value, or
 * null; `script`: how the digit is written, '' where there is none. `start` and `end`: its place in the text in UTF-16
 * code units. A character that stands for several (⑩) is several signs with one place.
 */
export interface Sign {
  shown: string
  digit: string | null
  script: Script
  start: number
  end: number
}

/**
 * `look`: a letter that is read as a digit beside digits: O for 0, l for 1; `spoken`: a word, 拐 for 7; `sound`: only sounds
 * like one, and whether it belongs to the digits beside it, nobody can see.
 */
export type Script = '' | 'latin' | 'chinese' | 'circled' | 'foreign' | 'look' | 'spoken' | 'sound'

const CHINESE = new Map(
  [
    '〇零○◯',
    '一壹幺弌〡',
    '二贰貳弍〢',
    '三叁參弎〣',
    '四肆〤',
    '五伍〥',
    '六陆陸〦',
    '七柒漆〧',
    '八捌〨',
    '九玖〩',
  ].flatMap((spellings, value) => [...spellings].map((spelling) => [spelling, String(value)] as const)),
)
const LETTERS = { O: 0, o: 0, О: 0, о: 0, Ο: 0, ο: 0, l: 1, I: 1 }
/** As they are read out by people who must not be misheard. */
const SPOKEN = { 洞: 0, 两: 2, 拐: 7, 勾: 9 }
const LOOKALIKES = new Map(Object.entries({ ...LETTERS, ...SPOKEN }))
const LIKE_DIGITS = [...LOOKALIKES.keys()].join('').toLowerCase()
const INVISIBLE = /^[\p{Cf}\p{M}\u115f\u1160\u2800\u3164]$/u
const PLAIN = /^[0-9０-９]$/
const DECIMAL = /^\p{Nd}$/u
const OTHER_NUMBER = /^\p{No}$/u
/** Digits in rings and discs that Unicode does not fold: ➀, ➊, ❶, ⓵. */
const RINGS: [first: number, value: number][] = [
  [0x2780, 1],
  [0x278a, 1],
  [0x2776, 1],
  [0x24f5, 1],
]

/** The visible characters of a text, in order; what is invisible is left out. */
export function readSigns(text: string): Sign[] {
  const signs: Sign[] = []
  let start = 0
  for (const original of text) {
    const end = start + original.length
    for (const sign of signsOf(original)) signs.push({ ...sign, start, end })
    start = end
  }
  markLookalikes(signs, text)
  return signs
}

export const isDigit = (sign: Sign | undefined): boolean => sign !== undefined && sign.digit !== null

type Bare = Pick<Sign, 'shown' | 'digit' | 'script'>

/** Letters, white space and marks of ASCII and the Chinese characters in common use fold to themselves. */
const PLAIN_LETTER = /^[\s\x20-\x2f\x3a-\x7e\u4e00-\u9fff]$/

function signsOf(original: string): Bare[] {
  if (PLAIN.test(original)) {
    const digit = original.normalize('NFKC')
    return [{ shown: digit, digit, script: 'latin' }]
  }
  const chinese = CHINESE.get(original)
  if (chinese) return [{ shown: original, digit: chinese, script: 'chinese' }]
  if (PLAIN_LETTER.test(original)) return [{ shown: original.toLowerCase(), digit: null, script: '' }]
  const roman = romanOf(original)
  if (roman) return [{ shown: roman, digit: roman, script: 'foreign' }]
  const folded = original.normalize('NFKC')
  if (original === '🔟' || OTHER_NUMBER.test(original)) {
    // ⑷ and ⒋ fold to "(4)" and "4."
    return [...(ringed(original) ?? folded)].map((shown) => circled(shown))
  }
  // the sign @ that is in nobody's way
  if ('ⓐⒶ🅐'.includes(original)) return [{ shown: '@', digit: null, script: '' }]
  return [...folded].flatMap((character) => {
    if (INVISIBLE.test(character)) return []
    const value = CHINESE.get(character) ?? (DECIMAL.test(character) ? decimalOf(character) : null)
    return { shown: character.toLowerCase(), digit: value, script: value === null ? '' : 'foreign' }
  })
}

/** Ⅰ to Ⅸ and ⅰ to ⅸ, which are signs of their own. */
function romanOf(original: string): string | null {
  const code = original.codePointAt(0) ?? 0
  const value = [0x215f, 0x216f].map((before) => code - before).find((each) => each >= 1 && each <= 9)
  return value === undefined ? null : String(value)
}

function circled(shown: string): Bare {
  const digit = CHINESE.get(shown) ?? (/^\d$/.test(shown) ? shown : null)
  return { shown: digit ?? shown, digit, script: digit === null ? '' : 'circled' }
}

function ringed(original: string): string | null {
  if (original === '🔟') return '10'
  if (original === '⓿' || original === '🄋' || original === '🄌') return '0'
  if (original === '🄀') return '0.'
  const code = original.codePointAt(0) ?? 0
  for (const [first, value] of RINGS)
    if (code >= first && code < first + 10) return String(code - first + value)
  return null
}

/** Decimal digits of a script stand in a row from 0 to 9: https://www.unicode.org/reports/tr44/#Decimal_Digit */
function decimalOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  let zero = code
  while (zero > code - 9 && DECIMAL.test(String.fromCodePoint(zero - 1))) zero -= 1
  return String(code - zero)
}

/** O, l and the like are digits where they stand beside digits, and letters only where no other letter is beside them. */
function markLookalikes(signs: Sign[], text: string): void {
  for (let at = 0; at < signs.length; at++) {
    let end = at
    while (end < signs.length && lookalikeOf(signs[end], text) !== undefined) end += 1
    if (end === at) continue
    const isSpoken = signs.slice(at, end).every(({ shown }) => shown in SPOKEN)
    const alone = isSpoken || (!isLetter(signs[at - 1]) && (!isLetter(signs[end]) || isLastX(signs, end)))
    if (alone && (nearDigit(signs, at, -1) || nearDigit(signs, end - 1, 1)))
      for (const sign of signs.slice(at, end)) {
        sign.digit = String(lookalikeOf(sign, text))
        sign.script = sign.shown in SPOKEN ? 'spoken' : 'look'
      }
    at = end - 1
  }
}

function lookalikeOf(sign: Sign | undefined, text: string): number | undefined {
  if (!sign || sign.digit !== null || !LIKE_DIGITS.includes(sign.shown)) return undefined
  return LOOKALIKES.get(text.slice(sign.start, sign.end).normalize('NFKC'))
}

/** As at the end of an identity number. */
const isLastX = (signs: readonly Sign[], at: number) => signs[at]?.shown === 'x' && !isLetter(signs[at + 1])

const isLetter = (sign: Sign | undefined) =>
  sign !== undefined && sign.digit === null && /^[\p{Script=Latin}\p{Script=Cyrillic}]$/u.test(sign.shown)

/** A digit that stands directly beside, or behind one space or other mark. */
function nearDigit(signs: readonly Sign[], at: number, step: 1 | -1): boolean {
  const next = signs[at + step]
  if (!next) return false
  if (next.digit !== null) return true
  return /^[\s\p{P}\p{S}]$/u.test(next.shown) && (signs[at + 2 * step]?.digit ?? null) !== null
}
