import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError, HttpError } from 'grammy'
import type { Update } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { Bot } from '../../../src/bot/bot.ts'
import { createUpdateHandler } from '../../../src/bot/updates/handle-update.ts'
import { createLogger } from '../../../src/logger.ts'

type Handle = (update: Update) => Promise<void>

const say = (id: number, chat: number) =>
  ({
    update_id: id,
    message: { message_id: id, date: 1, chat: { id: chat, type: 'private' }, text: '你好' },
  }) as Update

/** A bot that does what it is told with an update; what it says by itself is noted. */
function handlerOf(handle: Handle, stopping = new AbortController().signal) {
  const said: [number, string][] = []
  const shown: number[] = []
  const bot = {
    handleUpdate: handle,
    api: { sendMessage: async (chat: number, text: string) => void said.push([chat, text]) },
  } as unknown as Bot
  const handler = createUpdateHandler(
    bot,
    {} as never,
    {
      log: createLogger('silent'),
      texts: { t: (_locale: string, key: string) => key, locales: ['zh'], defaultLocale: 'zh' } as never,
      coordination: {
        inTurn: (_, work) => work(),
        noteShown: async (id) => void shown.push(id),
        wasShown: async () => false,
        ping: async () => true,
        close: async () => {},
      },
    },
    stopping,
  )
  return { ...handler, said, shown }
}

describe('handling updates', () => {
  it('keeps the order within a chat and lets no chat wait for another', async () => {
    const order: number[] = []
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const { handle } = handlerOf(async ({ update_id: id }) => {
      if (id === 1) await gate
      order.push(id)
    })
    const first = handle(say(1, 7))
    const second = handle(say(2, 7))
    await handle(say(3, 8))
    expect(order).toEqual([3])
    open()
    await Promise.all([first, second])
    expect(order).toEqual([3, 1, 2])
  })

  it('handles an update once, however often it comes while it is at work or afterwards', async () => {
    let times = 0
    const { handle } = handlerOf(async () => {
      await sleep(5)
      times += 1
    })
    await Promise.all([handle(say(1, 7)), handle(say(1, 7))])
    await handle(say(1, 7))
    expect(times).toBe(1)
  })

  it('tries a bug twice, says so to whoever it concerns, and goes on', async () => {
    let times = 0
    const { handle, said } = handlerOf(async () => {
      times += 1
      throw new TypeError('a bug')
    })
    await handle(say(1, 7))
    expect({ times, said }).toEqual({ times: 2, said: [[7, 'something-broke']] })
  })

  it('says nothing in a group, where nobody can be told apart', async () => {
    const { handle, said } = handlerOf(async () => {
      throw new TypeError('a bug')
    })
    const update = say(1, -7)
    if (update.message) update.message.chat = { id: -7, type: 'group', title: '群' }
    await handle(update)
    expect(said).toEqual([])
  })

  it.each([
    ['the database', Object.assign(new Error('away'), { code: 'ECONNREFUSED' })],
    ['Telegram', new HttpError('away', new Error('ECONNRESET'))],
    ['Telegram, which wants to be left alone', grammyError(429)],
  ])('asks for the update again by webhook while %s is away, and takes it then', async (_, error) => {
    let isAway = true
    let taken = 0
    const { handle } = handlerOf(async () => {
      if (isAway) throw error
      taken += 1
    })
    await expect(handle(say(1, 7))).rejects.toBe(error)
    isAway = false
    await handle(say(1, 7))
    expect(taken).toBe(1)
  })

  it('by polling tries what is away until it is back, and others do not wait', async () => {
    let isAway = true
    const done: number[] = []
    const { handle } = handlerOf(async ({ update_id: id }) => {
      if (id === 1 && isAway) throw Object.assign(new Error('away'), { code: '57P01' })
      done.push(id)
    })
    const keepTrying = new AbortController().signal
    const first = handle(say(1, 7), { keepTrying })
    await handle(say(2, 8), { keepTrying })
    isAway = false
    await first
    expect(done).toEqual([2, 1])
  })

  it('leaves an update undone when it has to stop before', async () => {
    const stopping = new AbortController()
    const { handle } = handlerOf(async () => {
      throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
    })
    const work = handle(say(1, 7), { keepTrying: stopping.signal })
    stopping.abort()
    await expect(work).rejects.toThrow('away')
  })

  it('calls nothing a bug that fails while the program ends', async () => {
    const stopping = new AbortController()
    const { handle, said } = handlerOf(async () => {
      stopping.abort()
      throw new Error('Cannot use a pool after calling end on the pool')
    }, stopping.signal)
    await expect(handle(say(1, 7))).rejects.toThrow('pool')
    expect(said).toEqual([])
  })

  it('is done with what Telegram refuses for good', async () => {
    let times = 0
    const { handle, said } = handlerOf(async () => {
      times += 1
      throw grammyError(400)
    })
    await handle(say(1, 7))
    expect({ times, said }).toEqual({ times: 1, said: [] })
  })
})

function grammyError(code: number): GrammyError {
  const refused = { ok: false as const, error_code: code, description: 'no' }
  return new GrammyError('refused', refused, 'sendMessage', {})
}
