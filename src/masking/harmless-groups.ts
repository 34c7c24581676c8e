import type { Group } from './digit-runs.ts'
import { isDate } from './number-kinds.ts'

/** `decimal` may also be two parts of one number that is parted oddly (138 00.13 8-000). */
export type Harmless = 'no' | 'decimal' | 'yes'

/**
 * Which groups of a run are part of a date (2026-11-16), a time (8:30), a decimal (36.5), an amount (13,800,000) or a ratio
 * such as a blood pressure (130/80), each standing by itself,
 * or of years in a row or coordinates; where codes are listed, also a receipt (9932-0485).
 */
export function harmlessGroups(run: readonly Group[], { areCodes }: { areCodes: () => boolean }): Harmless[] {
  const harmless = run.map((): Harmless => 'no')
  run.forEach((_, at) => {
    const kinds: [length: number, Harmless][] = [
      [amountAt(run, at), 'yes'],
      [dateAt(run, at), 'yes'],
      [yearsAt(run, at), 'yes'],
      [coordinatesAt(run, at), 'yes'],
      [timeAt(run, at), 'yes'],
      [ratioAt(run, at), 'yes'],
      [decimalAt(run, at), 'decimal'],
      [receiptAt(run, at, areCodes), 'yes'],
    ]
    for (const [length, kind] of kinds)
      if (length > 0 && harmless[at] === 'no') harmless.fill(kind, at, at + length)
  })
  return harmless
}

const gapAt = (run: readonly Group[], at: number) => run[at]?.gap.trim() ?? ' '
const digitsAt = (run: readonly Group[], at: number) => run[at]?.digits ?? ''

/** No such mark goes on before or behind. */
function standsAlone(run: readonly Group[], at: number, length: number, mark: string): boolean {
  return (at === 0 || gapAt(run, at) !== mark) && gapAt(run, at + length) !== mark
}

function dateAt(run: readonly Group[], at: number): number {
  const mark = gapAt(run, at + 1)
  if (!['-', '.', '/'].includes(mark) || gapAt(run, at + 2) !== mark) return 0
  const [year, month, day] = [0, 1, 2].map((step) => digitsAt(run, at + step)) as [string, string, string]
  const isThere = month.length <= 2 && isDate(year + month.padStart(2, '0') + day.padStart(2, '0'))
  return isThere && standsAlone(run, at, 3, mark) ? 3 : 0
}

/** 2021、2022、2023: three of them or more */
function yearsAt(run: readonly Group[], at: number): number {
  let end = at
  while (
    /^(?:19|20)\d{2}$/.test(digitsAt(run, end)) &&
    (end === at || gapAt(run, end) === gapAt(run, at + 1))
  )
    end += 1
  return end - at >= 3 ? end - at : 0
}

/** 35.415278,110.836111 */
function coordinatesAt(run: readonly Group[], at: number): number {
  const isDegree = (place: number) =>
    /^\d{1,3}$/.test(digitsAt(run, place)) &&
    run[place + 1]?.gap === '.' &&
    /^\d{4,7}$/.test(digitsAt(run, place + 1))
  return isDegree(at) && isDegree(at + 2) && ['', ',', '，', '、', '/'].includes(gapAt(run, at + 2)) ? 4 : 0
}

function timeAt(run: readonly Group[], at: number): number {
  const isTime = /^(?:[01]?\d|2[0-4])$/.test(digitsAt(run, at)) && isSixtieth(run, at + 1)
  if (!isTime) return 0
  const length = isSixtieth(run, at + 2) ? 3 : 2
  return standsAlone(run, at, length, ':') ? length : 0
}

function isSixtieth(run: readonly Group[], at: number): boolean {
  return gapAt(run, at) === ':' && /^[0-5]\d$/.test(digitsAt(run, at))
}

/** 13,800,138,000 or 1380013.80 */
function amountAt(run: readonly Group[], at: number): number {
  if (!/^[1-9]\d{0,2}$/.test(digitsAt(run, at))) return 0
  let end = at + 1
  while (/^[,']$/.test(run[end]?.gap ?? '') && /^\d{3}$/.test(digitsAt(run, end))) end += 1
  return end > at + 1 && standsAlone(run, at, end - at, ',') ? end - at : 0
}

/** 9932-0485 */
function receiptAt(run: readonly Group[], at: number, areCodes: () => boolean): number {
  const isReceipt = [at, at + 1].every((place) => /^\d{4}$/.test(digitsAt(run, place)))
  return isReceipt && gapAt(run, at + 1) === '-' && standsAlone(run, at, 2, '-') && areCodes() ? 2 : 0
}

/** 36.5 */
function decimalAt(run: readonly Group[], at: number): number {
  const isDecimal = run[at + 1]?.gap === '.' && /^\d{1,2}$/.test(digitsAt(run, at + 1))
  return isDecimal && standsAlone(run, at, 2, '.') ? 2 : 0
}

/** 130/80 */
function ratioAt(run: readonly Group[], at: number): number {
  const isRatio = [at, at + 1].every((place) => /^\d{2,3}$/.test(digitsAt(run, place)))
  return isRatio && gapAt(run, at + 1) === '/' && standsAlone(run, at, 2, '/') ? 2 : 0
}
