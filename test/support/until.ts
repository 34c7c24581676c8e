import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Asks again and again until the answer is neither false nor empty, and gives it. Throws what was waited for when it does
 * not come about in time (milliseconds, default 20 s: the machine may be busy).
 */
export async function until<T>(
  probe: () => T | Promise<T>,
  { what, within = 20_000 }: { what: string | (() => string); within?: number },
): Promise<Exclude<T, undefined | null | false | ''>> {
  const deadline = Date.now() + within
  for (;;) {
    const found = await probe()
    if (found) return found as Exclude<T, undefined | null | false | ''>
    if (Date.now() > deadline)
      throw new Error(`waited ${within} ms in vain for: ${typeof what === 'string' ? what : what()}`)
    await sleep(5)
  }
}
