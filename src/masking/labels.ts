import type { Sign } from './signs.ts'

/** What the words directly before a number say that it is. */
export type Label = 'telephone' | 'account' | 'identity' | 'card' | 'code' | null

const MOST_LETTERS = 16
const LINKS = '(?:号码|账号|帐号|号|码|是|为|叫|加|我|群|的|有|就|no|number|is)*'
/** What is said of the first of two numbers holds for the second. */
const ANOTHER = '(?:\\d{5,11}(?:或者?|和|及|跟)?)?'
const LABELS: [Exclude<Label, null>, RegExp][] = [
  ['identity', new RegExp(`(?:身份证|身份|证件|护照|社保卡?|医保卡?|idcard)${LINKS}$`)],
  [
    'card',
    new RegExp(
      `(?:银行卡|卡号|存折|账号|帐号|户头|储蓄卡|信用卡|农行|工行|建行|中行|邮储|信用社|农信社|card)${LINKS}$`,
    ),
  ],
  [
    'account',
    new RegExp(`(?:qq|扣扣|球球|企鹅|q号|微信|薇信|威信|加q|vx|wx|wechat|weixin)${LINKS}${ANOTHER}$`),
  ],
  ['code', /(?:单号|订单|运单|编号|编码|代码|网格|回执|区划|邮编|流水号|批号|发票)(?:号码|号|码|是|为)*$/],
  [
    'telephone',
    new RegExp(
      `(?:电话|手机|座机|固话|联系方式|联系|拨打|拨|☎|📞|☏|📱|telephone|tel|phone|mobile|call|cell)${LINKS}(?:me|on|at)?${ANOTHER}$`,
    ),
  ],
]

/** What stands directly before the sign at this index, without punctuation and white space, says. */
export function labelBefore(signs: readonly Sign[], at: number): Label {
  let before = ''
  for (let i = at - 1; i >= 0 && i >= at - MOST_LETTERS * 2 && before.length < MOST_LETTERS; i--) {
    const shown = signs[i]?.shown ?? ''
    if (/^[\p{L}\p{N}☎📞☏📱]$/u.test(shown)) before = shown + before
    // another sentence
    else if (/^[。！？；!?;●]$/.test(shown)) break
  }
  return LABELS.find(([, pattern]) => pattern.test(before))?.[0] ?? null
}

/** Whether a plus stands before it, as before the code of a country. */
export function hasPlusBefore(signs: readonly Sign[], at: number): boolean {
  let i = at - 1
  while (i > at - 3 && /^[\s(]$/.test(signs[i]?.shown ?? '')) i -= 1
  return signs[i]?.shown === '+' && (signs[i - 1]?.digit ?? null) === null
}

/** Years, people, floors and whatever else is counted. */
export function hasCounterBehind(signs: readonly Sign[], last: number): boolean {
  const behind = signs[last + 1]?.shown === ' ' ? signs[last + 2] : signs[last + 1]
  return '年月日号岁点时分元块角个次人户口天周楼层里米斤亩盒片粒趟回位家辆'.includes(behind?.shown || '-')
}

/** Money, distances and shares: 13800138000元. */
export function hasUnitBehind(signs: readonly Sign[], last: number): boolean {
  const behind = signs
    .slice(last + 1, last + 4)
    .map(({ shown }) => shown)
    .join('')
  return /^\s?(?:元|万元|亿元|块钱|美元|公里|千米|步|%|‰)/.test(behind)
}
