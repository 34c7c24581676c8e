import { changedRuns } from './changed-runs.ts'
import { isDigit, type Sign } from './signs.ts'

/** Words of such letters are shorter. */
const FEWEST_IN_A_ROW = 7
/** Of digits that are written as such, beside letters that only look like some. */
const FEWEST_SURE = 2
/** Letters and strokes that can be drawn for a digit, in lower case. */
const LOOKS = new Map(
  Object.entries({
    '|': '1',
    i: '1',
    l: '1',
    o: '0',
    z: '2',
    s: '5',
    b: '8',
    g: '9',
    q: '9',
    з: '3',
    б: '6',
    о: '0',
    ο: '0',
  }),
)

/** Letters among digits as digits: 13B, but not the o of "ok" behind a number. The same array where there are none. */
export function readByLook(signs: readonly Sign[]): readonly Sign[] {
  return changedRuns(
    signs,
    { fits: (sign) => isDigit(sign) || LOOKS.has(sign.shown), fewest: FEWEST_IN_A_ROW },
    (run, { before, behind }) => {
      const first = isLetter(before) ? run.findIndex(isDigit) : 0
      const last = isLetter(behind) ? run.findLastIndex(isDigit) : run.length - 1
      if (last - first + 1 < FEWEST_IN_A_ROW || run.filter(isDigit).length < FEWEST_SURE) return null
      if (run.slice(first, last + 1).every(isDigit)) return null
      return run.map((sign, at) =>
        isDigit(sign) || at < first || at > last
          ? sign
          : { ...sign, digit: LOOKS.get(sign.shown) ?? '', script: 'look' },
      )
    },
  )
}

const isLetter = (sign: Sign | undefined) => /^[a-wyz\p{Script=Cyrillic}]$/u.test(sign?.shown ?? '')
