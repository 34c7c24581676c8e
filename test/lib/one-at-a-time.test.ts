import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { oneAtATime } from '../../src/lib/one-at-a-time.ts'

describe('one at a time', () => {
  it('keeps the order of the calls for one key, whatever each takes, and goes on after a failure', async () => {
    const inTurn = oneAtATime()
    const done: number[] = []
    const work = [30, 1, 15, 0].map((ms, i) =>
      inTurn('chat', async () => {
        await sleep(ms)
        if (i === 1) throw new Error('failed')
        done.push(i)
      }),
    )
    const settled = await Promise.allSettled(work)
    expect(done).toEqual([0, 2, 3])
    expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
  })

  it('lets different keys run at the same time', async () => {
    const inTurn = oneAtATime()
    let release = () => {}
    const first = inTurn('a', () => new Promise<void>((resolve) => (release = resolve)))
    expect(await inTurn('b', async () => 'b is done')).toBe('b is done')
    release()
    await first
  })
})
