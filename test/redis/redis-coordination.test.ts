import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Coordination } from '../../src/lib/coordination.ts'
import { connectRedis } from '../../src/redis/connect-redis.ts'
import { createRedisCoordination, forgetOldConversations } from '../../src/redis/redis-coordination.ts'
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

  it('begins every key with the prefix', async () => {
    const redis = await connectRedis(services.redis ?? '')
    const before = new Set(await redis.keys('*'))
    await processes[0]?.inTurn('a chat', async () => {
      const added = (await redis.keys('*')).filter((key) => !before.has(key) && key.includes('a chat'))
      expect(added).toEqual([`${prefix}mutex:chat:a chat`])
    })
    await redis.quit()
  })

  it('forgets what earlier versions kept of conversations, and nothing else', async () => {
    const redis = await connectRedis(services.redis ?? '')
    await redis.mset(
      `${prefix}conversation:7`,
      '{}',
      `${prefix}conversation:7:first`,
      '{}',
      `${prefix}other`,
      '1',
    )
    await forgetOldConversations(redis, prefix)
    expect(await redis.keys(`${prefix}*`)).toEqual([`${prefix}other`])
    await redis.quit()
  })
})
