import type { Script, Sign } from './signs.ts'

/** Digits in one script that stand side by side. Places are indexes of signs. */
export interface Group {
  digits: string
  script: Script | 'x'
  first: number
  last: number
  /** what stands between this group and the one before it in the run, white space as one space */
  gap: string
}

const JOINER = /^[\s\p{P}\p{S}ー杠横]$/u
/** Longer ones part two numbers. */
const LONGEST_GAP = 6
/** No number has so many digits: a group that is longer is none. */
export const MOST_DIGITS = 23

/** Groups of digits that may belong together, since only white space, punctuation and the like is between them. */
export function digitRuns(signs: readonly Sign[]): Group[][] {
  const runs: Group[][] = []
  let run: Group[] = []
  let gap = ''
  let joiners = 0
  const close = () => {
    if (run.length > 0) runs.push(run)
    run = []
    gap = ''
    joiners = 0
  }
  signs.forEach((sign, at) => {
    const { digit, script } = sign
    if (isBeginOfWord(signs, at)) close()
    else if (digit !== null || isCheckX(signs, at)) {
      const before = run.at(-1)
      const kind = digit === null ? 'x' : script
      const mayJoin = kind !== 'sound' && before?.script === kind
      if (before && gap === '' && mayJoin && !isBehindWeekday(signs, at)) {
        before.digits += digit
        before.last = at
      } else run.push({ digits: digit ?? 'X', script: kind as Script | 'x', first: at, last: at, gap })
      gap = ''
      joiners = 0
    } else if (run.length > 0 && isJoiner(sign) && joiners < LONGEST_GAP) {
      joiners += 1
      if (!/^\s$/.test(sign.shown)) gap += sign.shown
      else if (!gap.endsWith(' ')) gap += ' '
    } else close()
  })
  close()
  return runs
}

/** ● stands where a number was. */
const isJoiner = ({ shown }: Sign) => shown !== '●' && JOINER.test(shown)

/** The X at the end of an identity number, no letter of a word. */
function isCheckX(signs: readonly Sign[], at: number): boolean {
  return signs[at]?.shown === 'x' && !/^[a-z\d]$/.test(signs[at + 1]?.shown ?? '')
}

/** 一直 and 一个 behind a number are words, though 一 is a digit, too. */
function isBeginOfWord(signs: readonly Sign[], at: number): boolean {
  if (signs[at]?.script !== 'chinese') return false
  return '直个下次起定样般点天年月位块句'.includes(signs[at + 1]?.shown || '-') && !isEndOfYear(signs, at)
}

/** The 五 of 二〇〇五年. */
function isEndOfYear(signs: readonly Sign[], at: number): boolean {
  const digits = signs
    .slice(Math.max(0, at - 4), at + 1)
    .map(({ digit }) => digit ?? ' ')
    .join('')
  return signs[at + 1]?.shown === '年' && /^ ?(?:19|20)\d\d$/.test(digits)
}

/** What follows 周一 is another number. */
function isBehindWeekday(signs: readonly Sign[], at: number): boolean {
  return signs[at]?.script === 'chinese' && '周期拜'.includes(signs[at - 2]?.shown || '-')
}
