import type { Sign } from './signs.ts'

/**
 * The signs with each run of at least `fewest` that fit in another reading; null leaves a run as it is. The very same array
 * where nothing changes.
 */
export function changedRuns(
  signs: readonly Sign[],
  { fits, fewest }: { fits: (sign: Sign) => boolean; fewest: number },
  change: (run: Sign[], beside: { before: Sign | undefined; behind: Sign | undefined }) => Sign[] | null,
): readonly Sign[] {
  const read: Sign[] = []
  let copied = 0
  const copyTo = (end: number) => {
    for (; copied < end; copied++) read.push(signs[copied] as Sign)
  }
  for (let at = 0; at < signs.length; ) {
    let end = at
    while (end < signs.length && fits(signs[end] as Sign)) end += 1
    const changed =
      end - at >= fewest ? change(signs.slice(at, end), { before: signs[at - 1], behind: signs[end] }) : null
    if (changed) {
      copyTo(at)
      for (const sign of changed) read.push(sign)
      copied = end
    }
    at = end + 1
  }
  if (copied === 0) return signs
  copyTo(signs.length)
  return read
}
