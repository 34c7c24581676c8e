import { digitRuns, type Group, MOST_DIGITS } from './digit-runs.ts'
import { type Harmless, harmlessGroups } from './harmless-groups.ts'
import { hasCounterBehind, hasPlusBefore, hasUnitBehind, type Label, labelBefore } from './labels.ts'
import {
  isBankCard,
  isDate,
  isIdentity15,
  isIdentity18,
  isServiceNumber,
  isTelephone,
} from './number-kinds.ts'
import { isOneNumber, isPartedOddly, isTight, type Shape, shapeOf } from './number-shape.ts'
import type { Sign } from './signs.ts'

/** Of a QQ number. */
const FEWEST_DIGITS = 5
/** Of a mobile. */
const FEWEST_UNLABELLED = 11
/** More of a number than this in letters that look like digits is a word, but of a long one. */
const MOST_LOOKALIKES = 0.8
const LONGEST_WORD = 14

/** From the first to the last sign of something that is to be masked. */
export interface SignRange {
  first: number
  last: number
}

/** Identity cards, telephones, bank cards and QQ numbers, in whatever digits; ranges may overlap. Takes linear time. */
export function findNumbers(signs: readonly Sign[]): SignRange[] {
  return digitRuns(signs).flatMap((run) => numbersIn(run, signs))
}

function numbersIn(run: readonly Group[], signs: readonly Sign[]): SignRange[] {
  const found: SignRange[] = []
  const harmless = harmlessGroups(run, { areCodes: () => labelBefore(signs, run[0]?.first ?? 0) === 'code' })
  /** the last one that is whole without anything behind it */
  let whole: { to: number; groups: Group[] } | null = null
  run.forEach((start, from) => {
    let digits = ''
    let label: Label | undefined
    let plus: boolean | undefined
    let lookalikes = 0
    for (let to = from; to < run.length; to++) {
      const end = run[to] as Group
      digits += end.digits
      if (digits.length > MOST_DIGITS) break
      if (end.script === 'look') lookalikes += end.digits.length
      const isWord = digits.length <= LONGEST_WORD && lookalikes > digits.length * MOST_LOOKALIKES
      if (digits.length < FEWEST_DIGITS || isWord) continue
      label ??= labelBefore(signs, start.first)
      plus ??= hasPlusBefore(signs, start.first)
      if (!label && !plus && digits.length < FEWEST_UNLABELLED) continue
      const next = whole && to > whole.to && from <= whole.to ? run[whole.to + 1] : undefined
      if (whole && next && !goesOn(whole.groups, next) && !isIdentity18(digits)) break
      const groups = () => run.slice(from, to + 1)
      const harmlessParts = () => harmless.slice(from, to + 1)
      if (!isNumber(digits, { label, plus }, { groups, harmlessParts, signs })) continue
      found.push({ first: openingOf(signs, start.first, end.last), last: end.last })
      if (label !== 'account') whole = { to, groups: groups() }
    }
  })
  return found
}

/**
 * Whether what was a number by itself may be the beginning of a longer one: parted as before, and not by a comma that comes
 * for the first time. So the year and the price behind a number are left.
 */
function goesOn(whole: readonly Group[], { gap }: Group): boolean {
  const inner = whole.slice(1).map((group) => group.gap)
  if (gap === '' || inner.includes(gap)) return true
  return inner.some((each) => each !== '') && isTight({ gaps: [gap] })
}

function isNumber(
  digits: string,
  { label, plus }: { label: Label; plus: boolean },
  {
    groups,
    harmlessParts,
    signs,
  }: { groups: () => Group[]; harmlessParts: () => Harmless[]; signs: readonly Sign[] },
): boolean {
  if (isCounted(groups, signs)) return false
  if (isIdentity18(digits)) return label !== 'code' && !harmlessParts().every((part) => part === 'yes')
  if (digits.includes('X')) return label === 'identity' && /^\d{14,17}X$/.test(digits)
  const last = groups().at(-1)?.last ?? 0
  const fewest = fewestDigitsOf(digits, label)
  if (fewest !== null && isWhole(shapeOf(groups()), fewest) && !harmlessParts().includes('yes'))
    return !hasUnitBehind(signs, last)
  const isKnown =
    (isTelephone(digits) && (label !== 'code' || !digits.startsWith('01'))) ||
    (plus && /^[1-9]\d{8,14}$/.test(digits)) ||
    (label !== 'code' && (isIdentity15(digits) || isBankCard(digits)))
  if (!isKnown || harmlessParts().includes('yes')) return false
  const shape = shapeOf(groups())
  if (harmlessParts().includes('decimal') && !isPartedOddly(shape) && !areAllApartAlike(shape)) return false
  return isOneNumber(shapeOf(groups())) && !hasUnitBehind(signs, last)
}

/** What comes behind a comma and is counted (，1938年, 、3个) has nothing to do with what is before it. */
function isCounted(groups: () => Group[], signs: readonly Sign[]): boolean {
  const [last, ...others] = groups().toReversed()
  return others.length > 0 && /[，,、。；;]/.test(last?.gap ?? '') && hasCounterBehind(signs, last?.last ?? 0)
}

/** Where the label before it says what it is: how many digits such a number has at least; null where it can be none. */
function fewestDigitsOf(digits: string, label: Label): number | null {
  if (label === 'identity') return /^\d{8,21}$/.test(digits) ? 15 : null
  if (label === 'card') return /^\d{12,21}$/.test(digits) ? 16 : null
  if (label === 'account') return /^[1-9]\d{4,11}$/.test(digits) ? 5 : null
  if (label !== 'telephone' || isDate(digits) || isServiceNumber(digits)) return null
  return /^\d{7,13}$/.test(digits) ? 7 : null
}

/** One number in parts, and none that was whole with its first part already. */
function isWhole(shape: Shape, shortest: number): boolean {
  const [start = '', second = ''] = shape.parts
  if (shape.parts.length === 1) return true
  if (shape.parts.length === 2 && start.length === shortest && /^\d{4,6}$/.test(second)) return true
  if (start.length >= shortest || !isOneNumber(shape)) return false
  return isTight(shape) || (shape.parts.length === 2 && isLocalInTwo(start, second)) || areAllApart(shape)
}

/** Takes the bracket along that an area code opens: (0359) 8345678. */
function openingOf(signs: readonly Sign[], first: number, last: number): number {
  if (signs[first - 1]?.shown !== '(') return first
  const inside = signs
    .slice(first, last)
    .map(({ shown }) => shown)
    .join('')
  return /^[^(]*\)/.test(inside) ? first - 1 : first
}

/** 834，5678: of seven or eight digits, none of them an emergency number. */
const isLocalInTwo = (start: string, second: string) => /^[2-9]\d{2,3}$/.test(start) && /^\d{4}$/.test(second)

const areAllApart = ({ parts }: Shape) => parts.every((part) => part.length === 1)

/** 1.3.8.0.0.1.3.8.0.0.0, and not 0.5 1.5 */
const areAllApartAlike = (shape: Shape) => areAllApart(shape) && new Set(shape.gaps).size === 1
