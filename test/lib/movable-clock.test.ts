import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openMovableClock } from '../../src/lib/movable-clock.ts'
import { withFolder } from '../support/databases.ts'

describe('a movable clock', () => {
  it('goes forward, runs on, tells its followers, and stays there after a restart', async () => {
    await withFolder(async (folder) => {
      let real = new Date('2026-11-21T00:00:00Z')
      const base = { now: () => real }
      const file = join(folder, 'clock.json')
      const clock = openMovableClock(file, base)
      const heard: string[] = []
      clock.onMove(async () => void heard.push(clock.now().toISOString()))

      expect(await clock.moveTo(new Date('2026-11-23T00:00:00Z'))).toEqual({ ok: true })
      expect(heard).toEqual(['2026-11-23T00:00:00.000Z'])
      real = new Date('2026-11-21T01:00:00Z')
      expect(clock.now()).toEqual(new Date('2026-11-23T01:00:00Z'))
      expect(openMovableClock(file, base).now()).toEqual(clock.now())
    })
  })

  it('never goes back', async () => {
    await withFolder(async (folder) => {
      const base = { now: () => new Date('2026-11-21T00:00:00Z') }
      const clock = openMovableClock(join(folder, 'clock.json'), base)
      for (const to of ['2026-11-20T23:59:59Z', 'no date'])
        expect(await clock.moveTo(new Date(to))).toEqual({ ok: false, code: 'backwards' })
      expect(clock.aheadMs()).toBe(0)
    })
  })
})
