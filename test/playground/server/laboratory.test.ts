import { expect, test } from 'vitest'
import type { PlaygroundEvent, PlaygroundFault, PlaygroundState } from '../../../src/playground/contract.ts'
import { type Served, serveLocalTelegram, settle, until } from './serve-local-telegram.ts'

async function post({ root }: Pick<Served, 'root'>, path: string, body: unknown) {
  const response = await fetch(`${root}/playground/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, ...((await response.json()) as Record<string, unknown>) }
}

async function stateOf({ root }: Served): Promise<PlaygroundState> {
  return (await (await fetch(`${root}/playground/state`)).json()) as PlaygroundState
}

/** One whose clock the page may move, as the product gives it. */
async function withMovableClock(): Promise<Served> {
  const held: { telegram?: Served } = {}
  const telegram = await serveLocalTelegram({
    moveClock: async (to) => {
      const { clock } = held.telegram ?? {}
      clock?.move(to.getTime() - clock.now().getTime())
    },
  })
  held.telegram = telegram
  return telegram
}

test('the clock is put forward, to a time or by a while, and the pages are told', async () => {
  const telegram = await withMovableClock()
  settle(telegram)
  const events: PlaygroundEvent[] = []
  telegram.world.onEvent((event) => events.push(event))
  expect(await stateOf(telegram)).toMatchObject({ now: '2026-03-02T00:00:00.000Z', canMoveClock: true })
  expect(await post(telegram, 'clock', { to: '2026-03-09T08:00:00+08:00' })).toEqual({
    status: 200,
    now: '2026-03-09T00:00:00.000Z',
  })
  expect(await post(telegram, 'clock', { advanceMs: 1 })).toMatchObject({ now: '2026-03-09T00:00:00.001Z' })
  expect(await stateOf(telegram)).toMatchObject({ now: '2026-03-09T00:00:00.001Z' })
  expect(events).toEqual([{ type: 'chats' }, { type: 'chats' }])
})

test('the clock never goes back, nor anywhere that is no time', async () => {
  const telegram = await withMovableClock()
  settle(telegram)
  const refused: [body: unknown, status: number][] = [
    [{ to: '2026-03-01T23:59:59Z' }, 409],
    [{ to: '2026-03-02T00:00:00Z' }, 409],
    [{ to: '+99999-01-01T00:00:00Z' }, 400],
    [{ to: 'Monday' }, 400],
    [{ advanceMs: 0 }, 400],
    [{ advanceMs: -1 }, 400],
    [{ advanceMs: 1.5 }, 400],
    [{ advanceMs: Number.MAX_SAFE_INTEGER }, 409],
    [{ to: '2026-03-03T00:00:00Z', advanceMs: 1 }, 400],
    [{}, 400],
    [null, 400],
  ]
  for (const [body, status] of refused) {
    expect([body, await post(telegram, 'clock', body)]).toEqual([body, { status, error: expect.any(String) }])
  }
  expect(await stateOf(telegram)).toMatchObject({ now: '2026-03-02T00:00:00.000Z' })
})

test('without a clock to move there is no such route, and the page is not told of one', async () => {
  const links = [{ payload: 'v_140822105201', labels: { zh: '乌停村', en: 'Wuting' } }]
  const telegram = await serveLocalTelegram({ links })
  settle(telegram)
  expect(await post(telegram, 'clock', { advanceMs: 1 })).toMatchObject({ status: 404 })
  const state = await stateOf(telegram)
  expect(state).not.toHaveProperty('canMoveClock')
  expect(state.links).toEqual(links)
})

test('faults are asked for over HTTP as in tests', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const send = (text: string) => telegram.call('sendMessage', { chat_id: wang, text })
  const plan = (fault: PlaygroundFault) => post(telegram, 'faults', fault)

  const parameters = { retry_after: 3 }
  expect(
    await plan({
      kind: 'fail',
      times: 1,
      errorCode: 429,
      description: 'Too Many Requests: retry after 3',
      parameters,
    }),
  ).toEqual({ status: 200, ok: true })
  expect(await send('a')).toMatchObject({ error_code: 429, parameters })
  await plan({ kind: 'drop', times: 1, method: 'sendMessage', effect: true })
  await expect(send('lost')).rejects.toThrow()
  await plan({ kind: 'delay', times: 1, ms: 60 })
  const start = performance.now()
  await send('late')
  expect(performance.now() - start).toBeGreaterThan(50)
  expect(telegram.world.history(wang).map(({ text }) => text)).toEqual(['你好', 'lost', 'late'])

  for (const wrong of [
    {},
    { kind: 'fail', times: 1 },
    { kind: 'drop', times: 0 },
    { kind: 'boom', times: 1 },
  ]) {
    expect(await post(telegram, 'faults', wrong)).toMatchObject({ status: 400 })
  }
})

test('limits and other settings are changed while it runs, one of them or all', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const send = async () => (await telegram.call('sendMessage', { chat_id: wang, text: 'x' })).ok
  expect([await send(), await send()]).toEqual([true, true])
  const answer = await post(telegram, 'settings', { enforceLimits: true, limits: { perSecondPerChat: 2 } })
  expect(answer).toMatchObject({
    enforceLimits: true,
    limits: { perSecond: 30, perSecondPerChat: 2, perMinutePerGroup: 20, penaltySeconds: 0 },
  })
  expect([await send(), await send(), await send()]).toEqual([true, true, false])
  await post(telegram, 'settings', { enforceLimits: false })
  expect(await send()).toBe(true)
  for (const wrong of [{ limits: { perSecond: 0 } }, { enforceLimit: true }, { maxButtons: '5' }, [], null]) {
    expect(await post(telegram, 'settings', wrong)).toMatchObject({ status: 400 })
  }
  const other = await serveLocalTelegram()
  settle(other)
  expect(await post(other, 'settings', {})).toMatchObject({ limits: { perSecondPerChat: 1 } })
})

test('what a moved clock makes too old goes away', async () => {
  const telegram = await withMovableClock()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '旧' })
  await post(telegram, 'clock', { advanceMs: 25 * 3_600_000 })
  telegram.world.say(wang, wang, { text: '新' })
  const texts = (await telegram.takeUpdates()).map(({ message }) => message?.text)
  expect(texts).toEqual(['新'])
  await until(() => telegram.world.pendingUpdates().length === 0)
})
