/** Chance from a seed, so that a walk can be taken again. */
export interface Chance {
  /** from 0 up to, and without, that */
  below(end: number): number
  /** true about once in so many times */
  onceIn(times: number): boolean
  of<T>(all: readonly T[]): T | undefined
  /** one of them, each as often as its weight says; undefined where all weights are 0 */
  weighted<T>(all: readonly { weight: number; it: T }[]): T | undefined
}

/** mulberry32: small, and good enough to walk by. */
export function chanceFrom(seed: number): Chance {
  let state = seed | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(next() * end)
  return {
    below,
    onceIn: (times) => below(times) === 0,
    of: (all) => all[below(all.length)],
    weighted: (all) => {
      let left = next() * all.reduce((sum, { weight }) => sum + weight, 0)
      return all.find(({ weight }) => {
        left -= weight
        return left < 0
      })?.it
    },
  }
}
