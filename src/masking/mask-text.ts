import { findEmails, findWechatIds } from './find-accounts.ts'
import { findNumbers, type SignRange } from './find-numbers.ts'
import { findPlates } from './find-plates.ts'
import { readLoosely } from './read-loosely.ts'
import { readSigns, type Sign } from './signs.ts'

/** What stands in a text where a number was. */
export const NUMBER_MARK = '●●●●'

/** More visible signs than anything that is masked has, with the words before it that are looked at. */
const CONTEXT = 240

/**
 * The text with all that tells who somebody is replaced by NUMBER_MARK, however it is spelled: identity cards, telephones,
 * bank cards, QQ and WeChat ids, e-mail addresses, licence plates. All other characters stay as they are. What is masked
 * and what is not: docs/PRIVACY.md. May be repeated; takes linear time.
 */
export function maskText(text: string): string {
  return replaceRanges(text, rangesIn(text), text.length)
}

/**
 * The beginning of a masked text: at least `enough` of its characters where it has so many, counted by `count`, with no
 * number cut in two. Costs what is shown, not how long the text is.
 */
export function maskBeginning(text: string, enough: number, count: (masked: string) => number): string {
  for (let size = enough * 2 + 4 * CONTEXT; size < text.length; size *= 2) {
    const part = text.slice(0, size).replace(/[\ud800-\udbff]$/, '')
    const signs = readSigns(part)
    const edge = signs.at(-CONTEXT)
    if (!edge) continue
    const masked = replaceRanges(part, rangesIn(part), edge.start)
    if (count(masked) > enough) return masked
  }
  return maskText(text)
}

interface Range {
  start: number
  end: number
}

function rangesIn(text: string): Range[] {
  const signs = readSigns(text)
  const found = [findNumbers, findEmails, findWechatIds, findPlates].flatMap((find) => find(signs))
  const loose = readLoosely(signs)
  return [
    ...found.map((range) => placeOf(text, signs, range)),
    ...(loose ? findNumbers(loose).map((range) => placeOf(text, loose, range)) : []),
  ].sort((a, b) => a.start - b.start)
}

function placeOf(text: string, signs: readonly Sign[], { first, last }: SignRange): Range {
  return { start: signs[first]?.start ?? 0, end: endWithMarks(text, signs[last]?.end ?? 0) }
}

/** With what is drawn over the last character, such as the frame of 0️⃣. */
function endWithMarks(text: string, end: number): number {
  let at = end
  while (/^\p{M}$/u.test(text.charAt(at))) at += 1
  return at
}

/** Up to `until`; a range that begins before and ends behind it is replaced as a whole. */
function replaceRanges(text: string, ranges: readonly Range[], until: number): string {
  let masked = ''
  let from = 0
  for (const { start, end } of ranges) {
    if (start >= until) break
    if (start >= from) masked += text.slice(from, start) + NUMBER_MARK
    from = Math.max(from, end)
  }
  return masked + text.slice(from, Math.max(from, until))
}
