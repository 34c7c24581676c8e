import type { SignRange } from './find-numbers.ts'
import { foldedLine } from './folded-line.ts'
import type { Sign } from './signs.ts'

const PROVIDERS = 'qq|163|126|139|189|gmail|outlook|hotmail|foxmail|sina|sohu|yeah|aliyun|icloud|yahoo|live'
const DOT = '\\s{0,2}(?:\\.|。|点|dot)\\s{0,2}'
const TLD = 'c ?o ?m|n ?e ?t|o ?r ?g|c ?n|edu|gov|info|hk|tw|me|cc|io'
/** With the sign @ any domain; with what is put in its place only what is known to be one. */
const DOMAINS = new RegExp(
  `(?:@|艾特|爱特|小老鼠|圈a|[([{【]\\s?at\\s?[)\\]}】])\\s{0,3}(?:(?:(?:[a-z\\d-] ?){1,40}${DOT}){1,4}(?:${TLD})|(?:${PROVIDERS}))(?![a-z\\d])` +
    `|(?:\\sat\\s|#|&)\\s{0,3}(?:${PROVIDERS})(?:${DOT}(?:vip|${TLD})){1,3}(?![a-z\\d])`,
  'g',
)
const LONGEST_NAME = 64

/** E-mail addresses, also with (at) or 艾特 and 点. */
export function findEmails(signs: readonly Sign[]): SignRange[] {
  const line = foldedLine(signs)
  return [...line.matchAll(DOMAINS)].flatMap((match) => {
    const first = nameBefore(line, match.index)
    return first === null ? [] : { first, last: match.index + match[0].length - 1 }
  })
}

/** Where the name before the @ begins; letters may be spaced out one by one. */
function nameBefore(line: string, at: number): number | null {
  let end = at
  while (end > at - 3 && /\s/.test(line[end - 1] ?? '')) end -= 1
  let first = end
  while (first > end - LONGEST_NAME && /[a-z\d._%+-]/.test(line[first - 1] ?? '')) first -= 1
  if (first === end) return null
  if (end - first === 1)
    while (
      first > end - LONGEST_NAME &&
      line[first - 1] === ' ' &&
      /[a-z\d._%+-]/.test(line[first - 2] ?? '') &&
      !/[a-z\d._%+-]/.test(line[first - 3] ?? '')
    )
      first -= 2
  return first
}

/** VXVR-2FZT is a receipt, though it begins with vx. */
const NO_RECEIPT = '(?![a-z\\d]{4}-[a-z\\d]{4}(?![a-z\\d_-]))'
const ID = '[a-z][a-z\\d_-]{5,19}(?![a-z\\d_-])'
const SPACED_ID = '[a-z](?:[ .·*-][a-z\\d_-](?![a-z\\d_-])){5,19}'
const WECHAT = new RegExp(
  '(?<![a-z\\d])wxid_[a-z\\d]{6,20}|' +
    `(?<chinese>微\\s?信|薇\\s?信|威信|v信)(?<link>[\\s:=,，、号码是为叫加我的"“'([【「]|id){0,10}(?<id>${ID}|${SPACED_ID})` +
    `|(?<![a-z\\d])${NO_RECEIPT}(?:vx|wx|we\\s?chat|weixin|加\\s?v|加\\s?微|\\+\\s?v)(?<links>[\\s:=,，、号码是为叫加我的"“'([【「]|id){0,10}(?<latin>${ID}|${SPACED_ID})`,
  'g',
)

/** WeChat ids: where they are called so. One of letters only needs "号" or the like before it: it may be any word. */
export function findWechatIds(signs: readonly Sign[]): SignRange[] {
  const line = foldedLine(signs)
  return [...line.matchAll(WECHAT)].flatMap((match) => {
    const last = match.index + match[0].length - 1
    const id = match.groups?.id ?? match.groups?.latin
    if (id === undefined) return { first: match.index, last }
    const before = match[0].slice(0, -id.length)
    const saysId = /号|id/.test(before) || (match.groups?.chinese !== undefined && /[:=是为叫]/.test(before))
    return /[\d_]/.test(id) || saysId ? { first: last - id.length + 1, last } : []
  })
}
