import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Coordination } from '../../src/lib/coordination.ts'
import { connectRedis } from '../../src/redis/connect-redis.ts'
import { createRedisCoordination } from '../../src/redis/redis-coordination.ts'
import { services } from '../support/databases.ts'

describe.skipIf(!services.redis)('coordination of several processes by Redis', () => {
  const prefix = `xiangyin-test-${process.pid}-${Date.now()}:`
  const processes: Coordination[] = []

  beforeAll(async () => {
    for (let i = 0; i < 2; i += 1)
      processes.push(createRedisCoordination(await connectRedis(services.redis ?? ''), prefix))
  })
  afterAll(async () => {
    const redis = await connectRedis(services.redis ?? '')
    const keys = await redis.keys(`${prefix}*`)
    if (keys.length > 0) await redis.del(...keys)
    await redis.quit()
    for (const each of processes) await each.close()
  })

  it('gives a chat to one process at a time', async () => {
    let inside = 0
    let most = 0
    let done = 0
    const work = Array.from({ length: 30 }, (_, i) =>
      processes[i % 2]?.inTurn('chat', async () => {
        inside += 1
        most = Math.max(most, inside)
        await sleep(3)
        inside -= 1
        done += 1
      }),
    )
    await Promise.all(work)
    expect({ most, done }).toEqual({ most: 1, done: 30 })
  })

  it('shares what is known to be done and where a conversation waits', async () => {
    const [one, other] = processes
    expect(await other?.knownDone(5)).toBe(false)
    await one?.noteDone(5)
    expect(await other?.knownDone(5)).toBe(true)
    await one?.conversationState.write('7', { waits: ['for', '词'] })
    expect(await other?.conversationState.read('7')).toEqual({ waits: ['for', '词'] })
    await other?.conversationState.delete('7')
    expect(await one?.conversationState.read('7')).toBeUndefined()
  })
})
