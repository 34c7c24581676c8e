import { readFileSync, writeFileSync } from 'node:fs'
import { type Clock, systemClock } from './clock.ts'

/** A clock that runs as the real one does, and can be put forward. Never back: what happened stays in the past. */
export interface MovableClock extends Clock {
  /** how far it is ahead of the real clock, in milliseconds */
  aheadMs(): number
  /** Puts the clock forward and waits until everybody who follows it knows. Refuses to go back. */
  moveTo(to: Date): Promise<{ ok: true } | { ok: false; code: 'backwards' }>
  /** called after each move */
  onMove(follow: () => Promise<void>): void
}

/** A clock that remembers in a file how far it was put forward, so that a restart does not turn it back. */
export function openMovableClock(file: string, base: Clock = systemClock): MovableClock {
  let ahead = readAhead(file)
  const followers: (() => Promise<void>)[] = []
  const now = () => new Date(base.now().getTime() + ahead)
  return {
    now,
    aheadMs: () => ahead,
    onMove: (follow) => void followers.push(follow),
    moveTo: async (to) => {
      const step = to.getTime() - now().getTime()
      if (!(step >= 0)) return { ok: false, code: 'backwards' }
      ahead += step
      writeFileSync(file, JSON.stringify({ aheadMs: ahead }))
      for (const follow of followers) await follow()
      return { ok: true }
    },
  }
}

/** Whether a clock is one that can be put forward. */
export function isMovable(clock: Clock): clock is MovableClock {
  return 'moveTo' in clock
}

function readAhead(file: string): number {
  try {
    const { aheadMs } = JSON.parse(readFileSync(file, 'utf8')) as { aheadMs?: unknown }
    return typeof aheadMs === 'number' && aheadMs > 0 ? aheadMs : 0
  } catch {
    return 0
  }
}
