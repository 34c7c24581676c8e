import type { Group } from './digit-runs.ts'

/** How the digits of a number are parted: the parts, and what stands between them. */
export interface Shape {
  parts: string[]
  gaps: string[]
}

/** What people put into a number; commas and the like rather part several. */
const TIGHT =
  /^[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{So}\p{Sk}\p{Extended_Pictographic}\u2212~_.·•・*=+<>→ー杠横]*$/u

/** Groups without anything between are one part, though the script changes (1三8). */
export function shapeOf(groups: readonly Group[]): Shape {
  const parts: string[] = []
  const gaps: string[] = []
  for (const { digits, gap } of groups) {
    if (parts.length > 0 && gap === '') parts[parts.length - 1] += digits
    else {
      if (parts.length > 0) gaps.push(gap)
      parts.push(digits)
    }
  }
  return { parts, gaps }
}

export function isTight({ gaps }: Pick<Shape, 'gaps'>): boolean {
  return gaps.every((gap) => TIGHT.test(gap))
}

/**
 * Whether people would read it as one number and not as several in a row ("13 15 20 30 25 1"): no part has fewer than three
 * digits, or all have one; or a part begins with 0, which no count does; or the parts are held together by hyphens, dots and
 * the like.
 */
export function isOneNumber(shape: Shape): boolean {
  const [country = '', ...rest] = shape.parts
  if (rest.length > 0 && /^(?:00)?86$/.test(country))
    return isOneNumber({ parts: rest, gaps: shape.gaps.slice(1) })
  const { parts, gaps } = shape
  const lengths = parts.map((part) => part.length)
  if (parts.length === 1 || lengths.every((length) => length === 1)) return true
  if (Math.min(...lengths) >= 3) return true
  if (parts.some((part) => part.length > 1 && part.startsWith('0'))) return true
  const kinds = new Set(gaps).size
  if (!isTight(shape)) return parts.length <= 3 || kinds >= 3
  if (parts.length <= 4 || kinds >= 2) return true
  if (gaps.some((gap) => gap.trim() !== '')) return true
  return isPairs(lengths) || lengths.filter((length) => length === 1).length * 2 >= lengths.length
}

/** Parted in a way in which nobody writes dates, decimals and amounts, though one of its parts may look like these. */
export function isPartedOddly(shape: Shape): boolean {
  const kinds = new Set(shape.gaps)
  if (!isTight(shape) || kinds.size < 2) return false
  return (
    kinds.size >= 3 ||
    shape.gaps.some((gap) => /[\p{Pd}~_]/u.test(gap)) ||
    shape.parts.some((part) => part.length >= 5)
  )
}

/** 13 86 61 38 12 7: said in pairs */
function isPairs(lengths: readonly number[]): boolean {
  return lengths.slice(1, -1).every((length) => length === 2) && Math.max(...lengths) <= 3
}
