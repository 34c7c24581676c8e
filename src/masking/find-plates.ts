import type { SignRange } from './find-numbers.ts'
import { foldedLine } from './folded-line.ts'
import type { Sign } from './signs.ts'

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const GAP = '[\\s·.•・*_\\-—–−/:]{0,3}'
const BODY =
  '(?:[a-z\\d][\\s·.\\-]){5}[a-z\\d](?![a-z\\d])' +
  `|(?:[a-z\\d]${GAP}){4}[a-z\\d挂学警港澳领使][a-z\\d]?(?![a-z\\d])`
/** Of the armed police: WJ, the province by name or number, four digits and one more sign. */
const POLICE = `(?<![a-z\\d])w${GAP}j${GAP}(?:[${PROVINCES}]|\\d${GAP}\\d)(?:${GAP}\\d){4}${GAP}[a-z\\d](?![a-z\\d])`
const PLATE = new RegExp(
  `${POLICE}|[${PROVINCES}]${GAP}[a-z]${GAP}(?:${BODY})|车牌(?:号码|号|是|为|[\\s:：]){0,4}(?<bare>[a-z\\d]{5,7})(?![a-z\\d])`,
  'g',
)
/** Plates have at most three letters behind the province's. */
const FEWEST_DIGITS = 3

/** Licence plates of cars (GA 36): 晋M·12345, 晋MD12345, 晋M1234挂; without the province only where they are called so. */
export function findPlates(signs: readonly Sign[]): SignRange[] {
  return [...foldedLine(signs).matchAll(PLATE)].flatMap((match) => {
    if ((match[0].match(/\d/g)?.length ?? 0) < FEWEST_DIGITS) return []
    const last = match.index + match[0].length - 1
    const length = match.groups?.bare?.length ?? match[0].length
    return { first: last - length + 1, last }
  })
}
