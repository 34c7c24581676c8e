import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { Bot } from '../../../src/bot/bot.ts'
import { startPolling } from '../../../src/bot/updates/poll-updates.ts'
import { createLogger } from '../../../src/logger.ts'
import { until } from '../../support/until.ts'

/** Telegram's queue of updates, which an offset shortens. */
function telegramWith(ids: number[]) {
  const waiting = [...ids]
  const offsets: (number | undefined)[] = []
  const bot = {
    api: {
      getUpdates: async ({ offset, limit = 100 }: { offset?: number; limit?: number }) => {
        offsets.push(offset)
        while (offset !== undefined && waiting[0] !== undefined && waiting[0] < offset) waiting.shift()
        if (waiting.length === 0) await sleep(5)
        return waiting.slice(0, limit).map((update_id) => ({ update_id })) as Update[]
      },
    },
  } as unknown as Bot
  return { bot, waiting, offsets }
}

describe('polling', () => {
  it('hands over what comes behind an update that is not done, and confirms none of it', async () => {
    const { bot, waiting, offsets } = telegramWith([1, 2, 3])
    const handled: number[] = []
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const polling = startPolling(
      bot,
      {
        handle: async ({ update_id: id }) => {
          handled.push(id)
          if (id === 2) await gate
        },
      },
      createLogger('silent'),
    )
    await until(() => offsets.length > 2, { what: 'it asks again', within: 10_000 })
    waiting.push(4)
    await until(() => handled.includes(4), { what: 'the newcomer is handled', within: 10_000 })
    expect(Math.max(...offsets.map((offset) => offset ?? 0))).toBe(2)
    expect(handled).toEqual([1, 2, 3, 4])
    open()
    await until(() => waiting.length === 0, { what: 'all is confirmed', within: 10_000 })
    await polling.stop()
    expect(handled).toEqual([1, 2, 3, 4])
    expect(offsets.at(-1)).toBe(5)
  })

  it('leaves unconfirmed what it could not do before it stopped', async () => {
    const { bot, waiting, offsets } = telegramWith([1, 2])
    const polling = startPolling(
      bot,
      {
        handle: async ({ update_id: id }, { keepTrying } = {}) => {
          if (id === 1) return
          await sleep(60_000, undefined, { signal: keepTrying })
        },
      },
      createLogger('silent'),
    )
    await until(() => offsets.length > 1, { what: 'it asks again', within: 10_000 })
    await polling.stop()
    expect(waiting).toEqual([2])
    expect(offsets.at(-1)).toBe(2)
  })
})
