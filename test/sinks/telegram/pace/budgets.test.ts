import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Redis } from 'ioredis'
import { afterAll, describe, expect, it } from 'vitest'
import {
  type Budget,
  type PaceLimits,
  priorities,
  telegramLimits,
} from '../../../../src/sinks/telegram/pace/budget.ts'
import { createPace } from '../../../../src/sinks/telegram/pace/create-pace.ts'
import { createMemoryBudget } from '../../../../src/sinks/telegram/pace/memory-budget.ts'
import type { PaceAsk, Priority } from '../../../../src/sinks/telegram/pace/pace.ts'
import { createRedisBudget } from '../../../../src/sinks/telegram/pace/redis-budget.ts'
import { services } from '../../../support/databases.ts'

const clients: Redis[] = []
const prefixes: string[] = []
function redisForTest() {
  const client = new Redis(services.redis ?? '')
  const prefix = `xiangyin-test-${randomUUID()}:`
  clients.push(client)
  prefixes.push(prefix)
  return { client, prefix }
}
afterAll(async () => {
  const [client] = clients
  for (const prefix of prefixes) {
    const keys = (await client?.keys(`${prefix}*`)) ?? []
    if (keys.length > 0) await client?.del(...keys)
  }
  for (const each of clients) await each.quit()
})

const kinds: { name: string; open: (limits: PaceLimits) => Budget }[] = [
  { name: 'memory', open: (limits) => createMemoryBudget(limits, () => performance.now()) },
  ...(services.redis
    ? [
        {
          name: 'Redis',
          open: (limits: PaceLimits) => {
            const { client, prefix } = redisForTest()
            return createRedisBudget(client, prefix, limits)
          },
        },
      ]
    : []),
]
/** so fast that the bot's own limit is met by no test but its own */
const fast = { ...telegramLimits, perSecond: 1e6 }
const to = (chatId: number, more: Partial<PaceAsk> = {}): PaceAsk => ({
  chatId,
  isGroup: chatId < 0,
  priority: 'job',
  ...more,
})

describe.each(kinds)('the budget in $name', ({ open }) => {
  it('spreads the messages of the bot evenly', async () => {
    const budget = open({ ...telegramLimits, perSecond: 5 })
    expect(await budget.take(to(1))).toBeNull()
    const refusal = await budget.take(to(2))
    expect(refusal?.because).toBe('bot')
    expect(refusal?.waitMs).toBeGreaterThan(100)
    expect(refusal?.waitMs).toBeLessThanOrEqual(230)
    await sleep(240)
    expect(await budget.take(to(2))).toBeNull()
  })

  it('counts an album as so many messages', async () => {
    const budget = open({ ...telegramLimits, perSecond: 10 })
    expect(await budget.take(to(1, { messages: 10 }))).toBeNull()
    expect((await budget.take(to(2)))?.waitMs).toBeGreaterThan(900)
    const chat = open(fast)
    expect(await chat.take(to(1, { messages: 10 }))).toBeNull()
    const refusal = await chat.take(to(1))
    expect(refusal?.because).toBe('chat')
    expect(refusal?.waitMs).toBeGreaterThan(7_000)
  })

  it('lets a few messages into one chat at once, then it waits a second', async () => {
    const budget = open(fast)
    for (let i = 0; i < telegramLimits.chatBurst; i++) {
      expect(await budget.take(to(1))).toBeNull()
      await sleep(2)
    }
    const refusal = await budget.take(to(1))
    expect(refusal?.because).toBe('chat')
    expect(refusal?.waitMs).toBeGreaterThan(500)
    expect(refusal?.waitMs).toBeLessThanOrEqual(1000)
    expect(await budget.take(to(2))).toBeNull()
  })

  it('lets so many messages a minute into a group', async () => {
    const budget = open({ ...fast, perChatASecond: 1e6, perGroupAMinute: 4 })
    expect(await budget.take(to(-1))).toBeNull()
    await sleep(2)
    expect(await budget.take(to(-1))).toBeNull()
    await sleep(2)
    const album = await budget.take(to(-1, { messages: 3 }))
    expect(album?.waitMs).toBeGreaterThan(50_000)
    expect(await budget.take(to(-1, { messages: 2 }))).toBeNull()
    await sleep(2)
    expect((await budget.take(to(-1)))?.waitMs).toBeGreaterThan(50_000)
    expect(await budget.take(to(-2))).toBeNull()
  })

  it('holds a chat, or all, as long as the longest that it was told', async () => {
    const budget = open(fast)
    await budget.hold(1, 30_000)
    await budget.hold(1, 10)
    await sleep(2)
    const refusal = await budget.take(to(1))
    expect(refusal?.because).toBe('chat')
    expect(refusal?.waitMs).toBeGreaterThan(20_000)
    expect(await budget.take(to(2))).toBeNull()
    await budget.hold(null, 50)
    expect(await budget.take(to(2))).toMatchObject({ because: 'bot' })
    await sleep(60)
    expect(await budget.take(to(2))).toBeNull()
  })

  it('takes what two chats are told shortly after each other for the limit of the bot', async () => {
    const budget = open(fast)
    await budget.tooMany(1, 30_000)
    await budget.tooMany(1, 30_000)
    expect(await budget.take(to(3))).toBeNull()
    await budget.tooMany(2, 30_000)
    expect(await budget.take(to(3))).toMatchObject({ because: 'bot' })
  })

  it('lets at most one of a lower priority go while a higher one waits', async () => {
    const budget = open({ ...telegramLimits, perSecond: 20 })
    const served: Record<Priority, number> = { reply: 0, urgent: 0, job: 0 }
    let chatId = 1
    const until = performance.now() + 1500
    while (performance.now() < until) {
      // the lowest asks first and most often
      for (const priority of [...priorities].reverse()) {
        chatId += 1
        if ((await budget.take(to(chatId, { priority }))) === null) served[priority] += 1
      }
      await sleep(5)
    }
    expect(served.job).toBe(1)
    expect([1, 2]).toContain(served.urgent)
    expect(served.reply).toBeGreaterThan(12)
  })
})

describe.skipIf(!services.redis)('the pace of several processes', () => {
  it('is one, and goes on in each of them while Redis is away', async () => {
    const { client, prefix } = redisForTest()
    const other = new Redis(services.redis ?? '', { maxRetriesPerRequest: 0, enableOfflineQueue: false })
    other.on('error', () => {})
    await new Promise((resolve) => other.once('ready', resolve))
    const limits = { perSecond: 5 }
    const paces = [client, other].map((each) => createPace({ redis: { client: each, prefix }, limits }))
    const turns = await Promise.all(
      Array.from({ length: 12 }, (_, id) =>
        paces[id % 2]?.take({ chatId: id + 1, isGroup: false, priority: 'job', longestWaitMs: 1000 }),
      ),
    )
    expect(turns.filter((turn) => turn?.ok).length).toBeGreaterThanOrEqual(4)
    expect(turns.filter((turn) => turn?.ok).length).toBeLessThanOrEqual(6)

    other.disconnect()
    const alone = () => paces[1]?.take({ chatId: 1, isGroup: false, priority: 'job', longestWaitMs: 1 })
    expect(await alone()).toEqual({ ok: true })
    expect(await alone()).toMatchObject({ ok: false })
  })

  it('keeps a hold for who comes later, under keys that begin with the prefix', async () => {
    const { client, prefix } = redisForTest()
    const before = new Set(await client.keys('*pace*'))
    const pace = createPace({ redis: { client, prefix } })
    await pace.take({ chatId: -7, isGroup: true, priority: 'reply' })
    await pace.tooMany(7, 20_000)
    await pace.tooMany(8, 20_000)
    const made = (await client.keys('*pace*')).filter((key) => !before.has(key) && key.includes(prefix))
    expect(made.length).toBeGreaterThanOrEqual(5)
    expect(made.filter((key) => !key.startsWith(prefix))).toEqual([])
    for (const key of made) expect(await client.pttl(key)).toBeGreaterThan(0)
    const restarted = createPace({ redis: { client, prefix } })
    expect(await restarted.take({ chatId: 1, isGroup: false, priority: 'job' })).toMatchObject({ ok: false })
  })
})
