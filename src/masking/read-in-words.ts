import { changedRuns } from './changed-runs.ts'
import type { Sign } from './signs.ts'

const WORDS = new Map(
  Object.entries({
    zero: 0,
    oh: 0,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ling: 0,
    dong: 0,
    yi: 1,
    yao: 1,
    er: 2,
    liang: 2,
    san: 3,
    si: 4,
    wu: 5,
    liu: 6,
    qi: 7,
    guai: 7,
    ba: 8,
    jiu: 9,
    gou: 9,
  }),
)
/** Fewer than this in a row may be anything. */
const FEWEST_WORDS = 5

const asDigit = (sign: Sign, digit: string): Sign => ({ ...sign, digit, script: 'foreign' })

/** Each syllable or word as one sign, and what parts them as it is; the same array where there are too few. */
export function readInWords(signs: readonly Sign[]): readonly Sign[] {
  return changedRuns(
    signs,
    {
      fits: ({ shown, digit }) => digit === null && /^[a-z\s\p{P}]$/u.test(shown),
      fewest: 2 * FEWEST_WORDS,
    },
    (run) => {
      const read: Sign[] = []
      let words = 0
      for (let at = 0; at < run.length; ) {
        const length = /^[a-z]$/.test(run[at]?.shown ?? '') ? lengthOfWord(run, at) : 0
        const digit = WORDS.get(
          run
            .slice(at, at + length)
            .map(({ shown }) => shown)
            .join(''),
        )
        const first = run[at] as Sign
        if (length > 0 && digit === undefined) {
          if (words > 0 && words < FEWEST_WORDS) return null
          for (const sign of run.slice(at, at + length)) read.push(sign)
        } else if (length > 0) {
          words += 1
          read.push({ ...asDigit(first, String(digit)), end: run[at + length - 1]?.end ?? first.end })
        } else read.push(first)
        at += Math.max(1, length)
      }
      return words >= FEWEST_WORDS ? read : null
    },
  )
}

function lengthOfWord(run: readonly Sign[], at: number): number {
  let end = at
  while (/^[a-z]$/.test(run[end]?.shown ?? '')) end += 1
  return end - at
}
