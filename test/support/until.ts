import { setTimeout as sleep } from 'node:timers/promises'
import { SLOWEST_FACTOR } from './how-long.ts'

/**
 * Asks again and again until the answer is neither false nor empty, and gives it. Throws what was waited for when it does
 * not come about in time (milliseconds of a quiet machine, default 20 s; a busy one has a multiple of it).
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  { what, within = 20_000 }: { what: string | (() => string); within?: number },
): Promise<Exclude<T, undefined | null | false | ''>> {
  const longestMs = within * SLOWEST_FACTOR
  const deadline = Date.now() + longestMs
  for (;;) {
    const found = await probe()
    if (found) return found as Exclude<T, undefined | null | false | ''>
    if (Date.now() > deadline)
      throw new Error(`waited ${longestMs} ms in vain for: ${typeof what === 'string' ? what : what()}`)
    await sleep(5)
  }
}
