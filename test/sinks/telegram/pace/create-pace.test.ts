import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPace } from '../../../../src/sinks/telegram/pace/create-pace.ts'
import type { Pace, Priority } from '../../../../src/sinks/telegram/pace/pace.ts'

/** What was let go, at which millisecond. */
type Log = { name: string; at: number; chatId: number }[]

function ask(pace: Pace, log: Log, chatId: number, priority: Priority, name = priority as string) {
  return pace.take({ chatId, isGroup: chatId < 0, priority, longestWaitMs: Infinity }).then((turn) => {
    if (turn.ok) log.push({ name, at: Math.round(performance.now()), chatId })
    return turn
  })
}

describe('the pace of the bot', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('lets no more than 30 messages go in any second, and nearly as many', async () => {
    const pace = createPace()
    const log: Log = []
    for (let chatId = 1; chatId <= 300; chatId++) void ask(pace, log, chatId, 'job')
    await vi.advanceTimersByTimeAsync(10_000)
    const most = Math.max(...log.map(({ at }) => log.filter((b) => b.at >= at && b.at < at + 1000).length))
    expect(most).toBeLessThanOrEqual(30)
    expect(log.length).toBeGreaterThan(240)
  })

  it('lets a few messages into one chat at once and then one a second, while other chats go on', async () => {
    const pace = createPace()
    const log: Log = []
    for (let i = 0; i < 5; i++) void ask(pace, log, 1, 'job', `${i}`)
    void ask(pace, log, 2, 'job', 'other')
    await vi.advanceTimersByTimeAsync(10_000)
    const mine = log.filter(({ chatId }) => chatId === 1)
    expect(mine.map(({ name }) => name)).toEqual(['0', '1', '2', '3', '4'])
    expect((mine[2]?.at ?? 0) - (mine[0]?.at ?? 0)).toBeLessThan(200)
    expect((mine[3]?.at ?? 0) - (mine[0]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect((mine[4]?.at ?? 0) - (mine[3]?.at ?? 0)).toBeGreaterThanOrEqual(1000)
    expect(log.findIndex(({ name }) => name === 'other')).toBeLessThan(4)
  })

  it('lets replies into one chat as quickly as somebody presses, until Telegram minds', async () => {
    const pace = createPace()
    const log: Log = []
    for (let i = 0; i < 10; i++) void ask(pace, log, 1, 'reply', `${i}`)
    await vi.advanceTimersByTimeAsync(500)
    expect(log).toHaveLength(10)
    await pace.hold(1, 8_000)
    void ask(pace, log, 1, 'reply', 'held')
    await vi.advanceTimersByTimeAsync(7_900)
    expect(log).toHaveLength(10)
    await vi.advanceTimersByTimeAsync(200)
    expect(log).toHaveLength(11)
  })

  it('knows no limit but what Telegram says where none is set', async () => {
    const pace = createPace({ perSecond: 0 })
    const log: Log = []
    for (let chatId = 1; chatId <= 500; chatId++) void ask(pace, log, chatId, 'job')
    for (let i = 0; i < 100; i++) void ask(pace, log, -1, 'job')
    await vi.advanceTimersByTimeAsync(10)
    expect(log).toHaveLength(600)
  })

  it('lets 20 messages a minute into one group', async () => {
    const pace = createPace()
    const log: Log = []
    for (let i = 0; i < 30; i++) void ask(pace, log, -1, 'job')
    await vi.advanceTimersByTimeAsync(59_000)
    expect(log).toHaveLength(20)
    await vi.advanceTimersByTimeAsync(61_000)
    expect(log).toHaveLength(30)
  })

  it('serves a reply before a thousand jobs that wait', async () => {
    const pace = createPace()
    const log: Log = []
    for (let chatId = 1; chatId <= 1000; chatId++) void ask(pace, log, chatId, 'job')
    await vi.advanceTimersByTimeAsync(2000)
    const before = log.length
    void ask(pace, log, 5000, 'reply')
    await vi.advanceTimersByTimeAsync(200)
    const place = log.slice(before).findIndex(({ name }) => name === 'reply')
    expect([0, 1]).toContain(place)
  })

  it('serves urgent news before other jobs, and lets neither starve behind replies without end', async () => {
    const pace = createPace()
    const log: Log = []
    let chatId = 1
    const keepReplying = () => void ask(pace, log, chatId++, 'reply').then(keepReplying)
    for (let i = 0; i < 50; i++) keepReplying()
    for (let i = 0; i < 100; i++) void ask(pace, log, 100_000 + i, 'job')
    for (let i = 0; i < 100; i++) void ask(pace, log, 200_000 + i, 'urgent')
    await vi.advanceTimersByTimeAsync(20_000)
    const served = (priority: string) => log.filter(({ name }) => name === priority).length
    expect(served('job')).toBeGreaterThanOrEqual(3)
    expect(served('job')).toBeLessThanOrEqual(5)
    expect(served('urgent')).toBeGreaterThanOrEqual(14)
    expect(served('urgent')).toBeLessThanOrEqual(20)
    expect(served('reply')).toBeGreaterThan(20 * 23)
  })

  it('keeps a chat that is held waiting as long as it was told, in order, and no other', async () => {
    const pace = createPace()
    const log: Log = []
    await pace.hold(1, 30_000)
    await pace.hold(1, 5_000)
    void ask(pace, log, 1, 'job', 'job')
    void ask(pace, log, 1, 'reply', 'first')
    void ask(pace, log, 1, 'reply', 'second')
    void ask(pace, log, 2, 'reply', 'other')
    await vi.advanceTimersByTimeAsync(29_900)
    expect(log.map(({ name }) => name)).toEqual(['other'])
    await vi.advanceTimersByTimeAsync(2_000)
    expect(log.map(({ name }) => name)).toEqual(['other', 'first', 'second', 'job'])
  })

  it('keeps everybody waiting once a second chat was told to wait', async () => {
    const pace = createPace()
    const log: Log = []
    await pace.tooMany(1, 8_000)
    void ask(pace, log, 3, 'reply')
    await vi.advanceTimersByTimeAsync(100)
    expect(log).toHaveLength(1)
    await pace.tooMany(2, 8_000)
    for (let chatId = 10; chatId < 20; chatId++) void ask(pace, log, chatId, 'reply')
    await vi.advanceTimersByTimeAsync(7_900)
    expect(log).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(log).toHaveLength(11)
  })

  it('takes a 429 for two chats an hour apart for the limits of those chats', async () => {
    const pace = createPace()
    await pace.tooMany(1, 8_000)
    await vi.advanceTimersByTimeAsync(3_600_000)
    await pace.tooMany(2, 8_000)
    expect(await ask(pace, [], 3, 'reply')).toEqual({ ok: true })
  })

  it('refuses a job at once where its turn is known to be too far away, and waits for a reply', async () => {
    const pace = createPace()
    await pace.holdAll(40_000)
    expect(await pace.take({ chatId: 1, isGroup: false, priority: 'job' })).toEqual({
      ok: false,
      retryAfterSeconds: 40,
    })
    const reply = pace.take({ chatId: 1, isGroup: false, priority: 'reply' })
    await vi.advanceTimersByTimeAsync(41_000)
    expect(await reply).toEqual({ ok: true })
  })

  it('refuses a job that has waited for too long behind others', async () => {
    const pace = createPace()
    const turns = Array.from({ length: 500 }, (_, i) =>
      pace.take({ chatId: i + 1, isGroup: false, priority: 'job' }),
    )
    await vi.advanceTimersByTimeAsync(11_000)
    const refused = (await Promise.all(turns)).filter((turn) => !turn.ok)
    expect(refused.length).toBeGreaterThan(200)
    expect(refused.length).toBeLessThan(260)
  })

  it('refuses all that waits when it is stopped', async () => {
    const pace = createPace()
    await pace.holdAll(40_000)
    const reply = pace.take({ chatId: 1, isGroup: false, priority: 'reply' })
    const next = pace.take({ chatId: 1, isGroup: false, priority: 'reply' })
    await vi.advanceTimersByTimeAsync(10)
    pace.stop()
    expect([await reply, await next]).toMatchObject([{ ok: false }, { ok: false }])
    expect(await pace.take({ chatId: 2, isGroup: false, priority: 'reply' })).toMatchObject({ ok: false })
    expect(vi.getTimerCount()).toBe(0)
  })
})
