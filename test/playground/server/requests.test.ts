import type { Message } from 'grammy/types'
import { expect, test } from 'vitest'
import { pixel, serveLocalTelegram, settle, token } from './serve-local-telegram.ts'

test('a method is called by GET or POST, in any case, with a query, JSON, a form or parts', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const at = (path: string) => `${telegram.root}/bot${encodeURIComponent(token)}/${path}`
  const form = new FormData()
  form.set('chat_id', String(wang))
  form.set('text', 'parts')
  const markup = JSON.stringify({ inline_keyboard: [[{ text: 'b', callback_data: 'c' }]] })
  await fetch(at(`SENDMESSAGE?chat_id=${wang}&text=query`))
  await fetch(at('sendmessage'), { method: 'POST', body: form })
  await fetch(at('sendMessage'), {
    method: 'POST',
    body: new URLSearchParams({ chat_id: String(wang), text: 'form', reply_markup: markup }),
  })
  await telegram.call('sendMessage', { chat_id: wang, text: 'json', reply_markup: markup })
  const history = telegram.world.history(wang).slice(1)
  expect(history.map((message) => message.text)).toEqual(['query', 'parts', 'form', 'json'])
  expect(history.at(-1)?.reply_markup).toEqual(history.at(-2)?.reply_markup)
})

test('clients spell headers, flags and structures in many ways', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const reply_markup = JSON.stringify({ inline_keyboard: [[{ text: 'b', callback_data: 'c' }]] })
  const send = async (type: string, body: string, query = '') => {
    const options = { method: 'POST', headers: { 'content-type': type, connection: 'keep-alive' }, body }
    const response = await fetch(`${telegram.root}/bot${token}/sendMessage${query}`, options)
    return (await response.json()) as { ok: boolean; result?: Message }
  }
  const plain = { chat_id: String(wang), text: '好', protect_content: 'True', disable_notification: '0' }
  const form = new URLSearchParams({ ...plain, reply_markup }).toString()
  const answers = [
    await send(
      'Application/JSON; charset=utf-8',
      JSON.stringify({ ...plain, protect_content: true, reply_markup }),
    ),
    await send('application/x-www-form-urlencoded; charset=UTF-8', form),
    await send('application/json', JSON.stringify({ reply_markup }), `?${new URLSearchParams(plain)}`),
    await send('application/json', '', `?${form}`),
  ]
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: true, result: { text: '好', has_protected_content: true } })
    expect(answer.result?.reply_markup?.inline_keyboard[0]?.[0]).toEqual({ text: 'b', callback_data: 'c' })
  }
})

test('telegraf names the method in its forms; another name there is refused', async () => {
  const telegram = await serveLocalTelegram()
  expect(await telegram.call('getMe', { method: 'getme' })).toMatchObject({ ok: true })
  expect(await telegram.call('getMe', { method: 'getChat' })).toMatchObject({
    description: 'Bad Request: the local Telegram does not know the parameter "method" of getMe',
  })
})

test('a part is the parameter of its name, or is named with attach://, and no part is lost unseen', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const send = async (parts: Record<string, string | Blob>) => {
    const form = new FormData()
    form.set('chat_id', String(wang))
    for (const [name, value] of Object.entries(parts)) form.set(name, value)
    const response = await fetch(`${telegram.root}/bot${token}/sendPhoto`, { method: 'POST', body: form })
    return (await response.json()) as { ok: boolean; description?: string; result?: { photo: unknown[] } }
  }
  const image = new Blob([pixel], { type: 'image/png' })
  expect(await send({ photo: image })).toMatchObject({ ok: true, result: { photo: [{ width: 1 }] } })
  expect(await send({ photo: 'attach://here', here: image })).toMatchObject({ ok: true })
  expect(await send({ photo: image, stray: image })).toMatchObject({
    description: 'Bad Request: the local Telegram does not know the part "stray" of sendPhoto',
  })
  expect(await send({ photo: new Blob(['no image']) })).toMatchObject({
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
  })
  expect(await send({ photo: new Blob([]) })).toMatchObject({
    description: 'Bad Request: file must be non-empty',
  })
})

test('a wrong token is 401, what is no token 404', async () => {
  const { root } = await serveLocalTelegram()
  const wrong = await fetch(`${root}/bot123456:wrong/getMe`)
  expect([wrong.status, await wrong.json()]).toEqual([
    401,
    { ok: false, error_code: 401, description: 'Unauthorized' },
  ])
  expect((await fetch(`${root}/botnonsense/getMe`)).status).toBe(404)
  expect((await fetch(`${root}/file/bot${token}/photos/file_9.png`)).status).toBe(404)
  expect((await fetch(`${root}/file/bot123456:wrong/photos/file_9.png`)).status).toBe(401)
})

test('the next calls fail, break or wait when that is asked for', async () => {
  const telegram = await serveLocalTelegram()
  const { world, call } = telegram
  const { wang } = settle(telegram)
  world.say(wang, wang, { text: '你好' })
  const send = (text: string) => call('sendMessage', { chat_id: wang, text })
  const texts = () => world.history(wang).map((message) => message.text)

  world.failNext({ method: 'sendMessage', times: 2, errorCode: 500, description: 'Internal Server Error' })
  expect(await send('a')).toMatchObject({ error_code: 500 })
  expect(await send('b')).toMatchObject({ error_code: 500 })
  expect(await send('c')).toMatchObject({ ok: true })

  world.dropNext({ times: 1 })
  await expect(send('lost before')).rejects.toThrow()
  world.dropNext({ times: 1, effect: true })
  await expect(send('lost after')).rejects.toThrow()
  expect(texts()).toEqual(['你好', 'c', 'lost after'])

  world.delayNext({ times: 1, ms: 60 })
  const start = performance.now()
  await send('late')
  expect(performance.now() - start).toBeGreaterThan(50)
})

test('limits are kept when they are asked for, by the clock', async () => {
  const telegram = await serveLocalTelegram({ settings: { enforceLimits: true } })
  const { clock, call, world } = telegram
  const { wang, group } = settle(telegram)
  world.say(wang, wang, { text: '你好' })
  const tooMany = (seconds: number) => ({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  })
  expect(await call('sendMessage', { chat_id: wang, text: '1' })).toMatchObject({ ok: true })
  expect(await call('sendMessage', { chat_id: wang, text: '2' })).toEqual(tooMany(1))
  clock.move(1_000)
  expect(await call('sendMessage', { chat_id: wang, text: '2' })).toMatchObject({ ok: true })

  for (let n = 0; n < 20; n++) {
    clock.move(1_000)
    expect(await call('sendMessage', { chat_id: group, text: String(n) })).toMatchObject({ ok: true })
  }
  clock.move(1_000)
  expect(await call('sendMessage', { chat_id: group, text: 'over' })).toEqual(tooMany(40))
})

test('no more than thirty a second in all', async () => {
  const telegram = await serveLocalTelegram({ settings: { enforceLimits: true } })
  const answers: boolean[] = []
  for (let id = 1; id <= 31; id++) {
    telegram.world.addPerson({ id, firstName: 'P', languageCode: 'en', part: 'resident' })
    telegram.world.say(id, id, { text: 'hi' })
    answers.push((await telegram.call('sendMessage', { chat_id: id, text: 'x' })).ok)
  }
  expect(answers.filter(Boolean)).toHaveLength(30)
  expect(answers.at(-1)).toBe(false)
})

test('a query is answered once, and not after its time', async () => {
  const telegram = await serveLocalTelegram({ settings: { pressTimeoutMs: 5 } })
  const { clock, call, world } = telegram
  const { wang } = settle(telegram)
  world.say(wang, wang, { text: '你好' })
  const press = async () => {
    await world.press(wang, wang, 1, 'x', { stale: true })
    return { callback_query_id: world.pendingUpdates().at(-1)?.callback_query?.id }
  }
  const first = await press()
  expect(await call('answerCallbackQuery', { ...first, text: 'x'.repeat(201) })).toMatchObject({ ok: false })
  expect(await call('answerCallbackQuery', first)).toMatchObject({ ok: true })
  expect(await call('answerCallbackQuery', first)).toMatchObject({ error_code: 400 })
  const second = await press()
  clock.move(151_000)
  expect(await call('answerCallbackQuery', second)).toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
})
