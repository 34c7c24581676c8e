import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import { createPace } from '../../../src/sinks/telegram/create-pace.ts'
import { services } from '../../support/databases.ts'

async function timed<T>(run: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now()
  return { result: await run(), ms: performance.now() - start }
}

describe('createPace', () => {
  it('lets one message a second into one chat, and other chats at once', async () => {
    const pace = createPace()
    const { result, ms } = await timed(async () => {
      await pace.turn(1)
      const other = await timed(() => pace.turn(2))
      expect(other.ms).toBeLessThan(200)
      return await pace.turn(1)
    })
    expect(result).toEqual({ ok: true })
    expect(ms).toBeGreaterThanOrEqual(990)
  })

  it('keeps all chats together below the limit of the bot', async () => {
    const pace = createPace({ perSecond: 5 })
    const { result, ms } = await timed(() =>
      Promise.all(Array.from({ length: 11 }, (_, id) => pace.turn(id + 1))),
    )
    expect(result.every((turn) => turn.ok)).toBe(true)
    expect(ms).toBeGreaterThanOrEqual(1990)
    expect(ms).toBeLessThan(4000)
  })

  it('gives up at once where the wait would be above the limit', async () => {
    const pace = createPace({ longestWaitMs: 100 })
    await pace.turn(1)
    const { result, ms } = await timed(() => pace.turn(1))
    expect(result).toEqual({ ok: false, retryAfterSeconds: 1 })
    expect(ms).toBeLessThan(100)
  })

  it('lets 20 messages a minute into one group', async () => {
    const pace = createPace({ longestWaitMs: 100, perChatASecond: 100, perSecond: 1000 })
    const turns = await Promise.all(Array.from({ length: 21 }, () => pace.turn(-1)))
    expect(turns.filter((turn) => turn.ok)).toHaveLength(20)
    const last = turns.find((turn) => !turn.ok)
    expect(last).toMatchObject({ ok: false })
    if (last && !last.ok) expect(last.retryAfterSeconds).toBeGreaterThan(50)
  })

  it.skipIf(!services.redis)('is shared by all processes on one Redis', async () => {
    const clients = [1, 2].map(() => new Redis(services.redis ?? ''))
    const prefix = `test:${randomUUID()}:`
    const paces = clients.map((client) =>
      createPace({ redis: { client, prefix }, perSecond: 5, longestWaitMs: 100 }),
    )
    const turns = await Promise.all(
      Array.from(
        { length: 12 },
        (_, id) => paces[id % 2]?.turn(id + 1) ?? { ok: false as const, retryAfterSeconds: 0 },
      ),
    )
    expect(turns.filter((turn) => turn.ok)).toHaveLength(5)
    await Promise.all(clients.map((client) => client.quit()))
  })

  it.skipIf(!services.redis)('goes on by itself while Redis is away', async () => {
    const client = new Redis(services.redis ?? '', { maxRetriesPerRequest: 0, enableOfflineQueue: false })
    client.on('error', () => {})
    await new Promise((resolve) => client.once('ready', resolve))
    client.disconnect()
    const pace = createPace({ redis: { client, prefix: `test:${randomUUID()}:` }, longestWaitMs: 100 })
    expect(await pace.turn(1)).toEqual({ ok: true })
    expect(await pace.turn(1)).toMatchObject({ ok: false })
  })
})
