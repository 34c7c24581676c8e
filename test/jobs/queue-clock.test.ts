import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { describe, expect, it } from 'vitest'
import { openQueues } from '../../src/jobs/open-queues.ts'
import { openMovableClock } from '../../src/lib/movable-clock.ts'
import { engines, withFolder } from '../support/databases.ts'

const log = pino({ level: 'silent' })
const DAY_MS = 24 * 3600 * 1000

describe.each(engines)('queues on a clock that is put forward, on $name', ({ open }) => {
  it('run what is due then: a job for next week, and a schedule that was passed over', async () => {
    await withFolder(async (folder) => {
      const database = await open()
      const clock = openMovableClock(join(folder, 'clock.json'))
      const queues = await openQueues(database, log, { supervise: true, clock })
      const ran: string[] = []
      const work = (name: string) =>
        queues.boss.work(name, { pollingIntervalSeconds: 0.5 }, async () => void ran.push(name))
      await work('tidy')
      await work('plan-digests')
      const nextWeek = new Date(clock.now().getTime() + 7 * DAY_MS)
      await queues.boss.send('tidy', {}, { startAfter: nextWeek })
      await queues.boss.schedule('plan-digests', '0 8 * * 1', {}, { tz: 'Asia/Shanghai', missed: 'once' })
      await sleep(2_500)
      expect(ran).toEqual([])

      await clock.moveTo(new Date(nextWeek.getTime() + 1000))
      for (let i = 0; ran.length < 2 && i < 100; i += 1) await sleep(100)
      expect(ran.sort()).toEqual(['plan-digests', 'tidy'])
      await queues.close()
      await database.close()
    })
  })
})
