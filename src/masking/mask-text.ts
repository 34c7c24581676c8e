/** What stands in a text where a number was. */
export const NUMBER_MARK = '●●●●'

/**
 * The text with identity-card numbers (18 characters by GB 11643 with date and check digit, 15 with date), telephone
 * numbers (mobile; landline with area code or after "电话"; with a country code after +) and bank cards (16 to 19 digits,
 * Luhn) replaced by NUMBER_MARK, however they are spelled: full-width or Chinese digits, with spaces, hyphens, dots,
 * brackets or invisible characters between. All other characters stay as they are. May be repeated.
 */
export function maskText(text: string): string {
  const ranges = digitRuns(text).flatMap((run) => numbersIn(run, text))
  let masked = ''
  let from = 0
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (start >= from) masked += text.slice(from, start) + NUMBER_MARK
    from = Math.max(from, end)
  }
  return masked + text.slice(from)
}

interface Range {
  start: number
  end: number
}

/** One digit of the text, or the X that may end an identity number, with its place in UTF-16 code units. */
interface Digit extends Range {
  value: string
  chinese: boolean
  /** what stands between this digit and the one before it in the run, without what is invisible */
  gap: string
}

const CHINESE_DIGITS = new Map(
  ['〇零○◯', '一壹幺', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (spellings, value) => [...spellings].map((spelling) => [spelling, String(value)] as const),
  ),
)
const INVISIBLE = /^[\p{Cf}\p{M}\u115f\u1160\u3164]$/u
const JOINER = /^[^\S\r\n\u2028\u2029]$|^[\p{Pd}\u2212~_.·•・*()\u2800]$/u
const LONGEST_GAP = 4

/** Digits that belong together, since at most a few joiners stand between them. */
function digitRuns(text: string): Digit[][] {
  const runs: Digit[][] = []
  let run: Digit[] = []
  let gap = ''
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
    gap = ''
  }
  let start = 0
  for (const original of text) {
    const end = start + original.length
    // one character may stand for several: ⑩ is 10
    for (const character of original.normalize('NFKC')) {
      const chinese = CHINESE_DIGITS.has(character)
      const value = CHINESE_DIGITS.get(character) ?? character.toUpperCase()
      if (/^[0-9X]$/.test(value)) {
        run.push({ value, chinese, gap, start, end })
        gap = ''
      } else if (INVISIBLE.test(character)) continue
      else if (JOINER.test(character) && gap.length < LONGEST_GAP) gap += character
      else close()
    }
    start = end
  }
  close()
  return runs
}

/** The places of all numbers of a run that are to be masked; they may overlap. */
function numbersIn(run: Digit[], text: string): Range[] {
  const found: Range[] = []
  const inDate = run.map(() => false)
  for (const { first, length } of datesIn(run)) inDate.fill(true, first, first + length)
  run.forEach((start, first) => {
    if (isGlued(start, run[first - 1])) return
    let digits = ''
    let dated = false
    for (let last = first; last < run.length && digits.length < 19; last++) {
      const end = run[last] as Digit
      digits += end.value
      dated ||= inDate[last] === true
      if (isGlued(run[last + 1], end)) continue
      const before = text.slice(Math.max(0, start.start - 12), start.start).normalize('NFKC')
      if (digits.length >= 7 && isNumber(digits, run.slice(first, last + 1), dated, before))
        found.push({ start: openingOf(text, start.start, end.end), end: end.end })
    }
  })
  return found
}

/** Takes the bracket along that an area code opens: (0359) 8345678. */
function openingOf(text: string, start: number, end: number): number {
  return /^[(（]$/.test(text.charAt(start - 1)) && /^[^(（]*[)）]/.test(text.slice(start, end))
    ? start - 1
    : start
}

/** Whether a digit goes on what stands before it. "周一138…" does not: people change the script for a new number. */
function isGlued(digit: Digit | undefined, before: Digit | undefined): boolean {
  if (!digit || !before || digit.value === 'X' || before.value === 'X') return false
  return digit.gap === '' && digit.chinese === before.chinese
}

function isNumber(digits: string, spelled: Digit[], dated: boolean, before: string): boolean {
  if (isIdentityNumber(digits)) return true
  // two dates side by side can look like the other kinds, which have no check digit or a weak one
  if (dated || digits.includes('X') || isAmount(spelled)) return false
  if (MOBILE.test(digits) || LANDLINE.test(digits) || isBankCard(digits)) return true
  if (/(?:^|\D)\+\s*$/.test(before)) return /^[1-9]\d{9,14}$/.test(digits)
  return /^[2-9]\d{6,7}$/.test(digits) && !isDate(digits) && SAYS_TELEPHONE.test(before)
}

const MOBILE = /^(?:(?:00)?86)?1[3-9]\d{9}$/
const LANDLINE = /^(?:(?:00)?86)?0(?:(?:10|2\d)[2-9]\d{7}|[3-9]\d{2}[2-9]\d{6,7})$/
const SAYS_TELEPHONE = /(?:电话|座机|固话|tel|phone)(?:号码|号)?(?:是|为)?[\s:.]*$/i

/** The first two digits name a province (GB/T 2260). */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])/

function isIdentityNumber(digits: string): boolean {
  if (/^[1-9]\d{16}[\dX]$/.test(digits))
    return isDate(digits.slice(6, 14)) && checkCharacter(digits) === digits[17]
  // 15 digits were given out until 1999; before 25 they would be over a hundred years old, and grid codes look like that
  return (
    PROVINCE.test(digits) &&
    /^\d{15}$/.test(digits) &&
    digits.slice(6, 8) >= '25' &&
    isDate(`19${digits.slice(6, 12)}`)
  )
}

/** MOD 11-2 of ISO 7064 over the first seventeen digits. */
function checkCharacter(digits: string): string | undefined {
  let sum = 0
  for (let at = 0; at < 17; at++) sum += Number(digits[at]) * (2 ** (17 - at) % 11)
  return '10X98765432'[sum % 11]
}

/** Card numbers begin with 3 to 9, 22 to 27, or 103 (an old one); years with 19 or 20. */
function isBankCard(digits: string): boolean {
  if (!/^(?:[3-9]|2[2-7]|103)\d{12,}$/.test(digits) || digits.length < 16) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** yyyymmdd from 1900 to 2099. */
function isDate(digits: string): boolean {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(digits)
  if (!match) return false
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** A decimal fraction: one dot and nothing else between, with one or two digits behind it. */
function isAmount(spelled: Digit[]): boolean {
  const gaps = spelled.slice(1).map((digit) => digit.gap)
  const dot = gaps.indexOf('.')
  return dot >= gaps.length - 2 && dot >= 0 && gaps.every((gap, at) => gap === '' || at === dot)
}

/** Dates such as 2026-11-16 or 2026.11.16 that stand by themselves in a run. */
function datesIn(run: Digit[]): { first: number; length: number }[] {
  // one character a digit, and before each of them its gap as one character, so that places can be counted in pairs
  const line = run.map((digit) => (/^[-.]?$/.test(digit.gap) ? digit.gap || '_' : ' ') + digit.value).join('')
  const pattern = /(?<=^.|\d )((?:1_9|2_0)_\d_\d)([-.])(\d(?:_\d)?)\2(\d(?:_\d)?)(?= |$)/g
  return [...line.matchAll(pattern)].flatMap((match) => {
    const [year, month, day] = [match[1], match[3], match[4]].map((part) => (part ?? '').replaceAll('_', ''))
    const date = `${year}${month?.padStart(2, '0')}${day?.padStart(2, '0')}`
    return isDate(date) ? [{ first: (match.index - 1) / 2, length: `${year}${month}${day}`.length }] : []
  })
}
