import type { Clock } from '../../lib/clock.ts'

/** Seconds since 1970, as in the Bot API's dates. */
export function unixTime(clock: Clock): number {
  return Math.floor(clock.now().getTime() / 1000)
}
