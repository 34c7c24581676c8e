/** Chance with a seed (mulberry32), so that the same samples come out everywhere. */
export interface Dice {
  below(limit: number): number
  from<Item>(items: readonly Item[]): Item
  digits(count: number): string
}

export function createDice(seed: number): Dice {
  let state = seed
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    from: (items) => {
      const item = items[below(items.length)]
      if (item === undefined) throw new Error('nothing to choose from')
      return item
    },
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  }
}
