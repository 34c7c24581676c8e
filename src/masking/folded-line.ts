import type { Sign } from './signs.ts'

/** The signs as one line with one code unit for each, so that places in it are indexes of signs; digits as 0 to 9. */
export function foldedLine(signs: readonly Sign[]): string {
  return signs
    .map(({ shown, digit, script }) => (digit !== null && script !== 'look' ? digit : oneUnit(shown)))
    .join('')
}

const oneUnit = (shown: string) => (shown.length === 1 ? shown : '\u{fffd}')
