import type { Update } from 'grammy/types'

export interface GivenUpdates {
  add(updates: Update[]): void
  /** oldest first; one that was given twice is there twice */
  list(): Update[]
}

/** The updates that left for the bot, by polling or to its webhook, the newest `size`. */
export function createGivenUpdates(size: number): GivenUpdates {
  const given: Update[] = []
  return {
    add(updates) {
      given.push(...updates)
      if (given.length > size) given.splice(0, given.length - size)
    },
    list: () => [...given],
  }
}
