import { request } from 'node:http'
import { expect, test } from 'vitest'
import type { PlaygroundEvent, PlaygroundState } from '../../../src/playground/contract.ts'
import { pixel, type Served, serveLocalTelegram, settle, until } from './serve-local-telegram.ts'

async function ask<T = Record<string, unknown>>(
  { root }: Served,
  path: string,
  method = 'GET',
  body?: object,
): Promise<T & { status: number }> {
  const response = await fetch(`${root}/playground${path}`, {
    method,
    ...(body instanceof FormData
      ? { body }
      : body
        ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
        : {}),
  })
  return { ...((await response.json()) as T), status: response.status }
}

test('the page sees its chats, what is unread and the keyboard that stands', async () => {
  const telegram = await serveLocalTelegram({
    actions: [{ action: { id: 'digest', labels: { zh: '周报', en: 'Digest' } }, run: async () => {} }],
  })
  const { wang, li, channel } = settle(telegram)
  telegram.world.say(wang, wang, { text: '/start' })
  await telegram.call('sendMessage', { chat_id: wang, text: 'a', reply_markup: { keyboard: [['好']] } })
  await telegram.call('setMyCommands', { commands: [{ command: 'help', description: 'Help' }] })
  await telegram.call('setMyCommands', {
    commands: [{ command: 'help', description: '帮助' }],
    language_code: 'zh',
    scope: { type: 'all_private_chats' },
  })
  const state = await ask<PlaygroundState>(telegram, `/state?as=${wang}`)
  expect(state.bot.commands).toEqual([{ command: 'help', description: '帮助' }])
  expect(state.me).toEqual({ id: wang, firstName: '王', languageCode: 'zh-hans', part: 'resident' })
  expect(state.actions.map(({ id }) => id)).toEqual(['digest'])
  expect(state.chats.map(({ title, canWrite, unread }) => [title, canWrite, unread])).toEqual(
    expect.arrayContaining([
      ['乡音', true, 1],
      ['村民群', true, 1],
      ['村委会', false, 0],
    ]),
  )
  expect(state.chats.find(({ chat }) => chat.id === wang)?.replyKeyboard).toEqual({
    keyboard: [[{ text: '好' }]],
  })
  await ask(telegram, `/chats/${wang}/read`, 'POST', { as: wang })
  const after = await ask<PlaygroundState>(telegram, `/state?as=${wang}`)
  expect(after.chats.find(({ chat }) => chat.id === wang)?.unread).toBe(0)
  expect(
    (await ask<PlaygroundState>(telegram, `/state?as=${li}`)).chats.find(({ chat }) => chat.id === channel)
      ?.canWrite,
  ).toBe(true)
})

test('the page writes, edits, sends files and reads back in pages', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  const sent = await ask<{ messages: { message_id: number }[] }>(
    telegram,
    `/chats/${wang}/messages`,
    'POST',
    {
      as: wang,
      text: '/start',
    },
  )
  const id = sent.messages[0]?.message_id
  expect(await ask(telegram, `/chats/${wang}/messages/${id}`, 'PUT', { as: wang, text: '改' })).toMatchObject(
    {
      text: '改',
    },
  )
  const form = new FormData()
  form.set('as', String(wang))
  form.set('text', '两张')
  form.append('file', new File([pixel], 'a.png', { type: 'image/png' }))
  form.append('file', new File([pixel], 'b.png', { type: 'image/png' }))
  const album = await ask<{ messages: { photo: { file_id: string }[]; media_group_id: string }[] }>(
    telegram,
    `/chats/${wang}/messages`,
    'POST',
    form,
  )
  expect(album.messages).toHaveLength(2)
  const file = await fetch(`${telegram.root}/playground/files/${album.messages[0]?.photo[0]?.file_id}`)
  expect(file.headers.get('content-type')).toBe('image/png')
  expect(Buffer.from(await file.arrayBuffer())).toEqual(pixel)

  for (let n = 0; n < 60; n++) telegram.world.say(wang, wang, { text: String(n) })
  const page = await ask<{ messages: { message_id: number; text: string }[]; hasMore: boolean }>(
    telegram,
    `/chats/${wang}/messages?as=${wang}`,
  )
  expect([page.messages.length, page.hasMore, page.messages.at(-1)?.text]).toEqual([50, true, '59'])
  const earlier = await ask<typeof page>(
    telegram,
    `/chats/${wang}/messages?as=${wang}&before=${page.messages[0]?.message_id}`,
  )
  expect([earlier.messages.length, earlier.hasMore]).toEqual([13, false])
})

test('people come, found chats, block the bot and open links', async () => {
  const telegram = await serveLocalTelegram()
  const person = await ask<{ id: number }>(telegram, '/people', 'POST', { firstName: '赵', part: 'resident' })
  expect(person.status).toBe(201)
  const made = await ask<{ chatId: number }>(telegram, '/chats', 'POST', {
    as: person.id,
    kind: 'channel',
    title: '新频道',
  })
  expect(telegram.world.pendingUpdates().at(-1)?.my_chat_member?.chat.id).toBe(made.chatId)
  expect(await ask(telegram, `/deep-link?as=${person.id}&payload=v_1`)).toMatchObject({ chatId: person.id })
  expect(telegram.world.history(person.id).at(-1)?.text).toBe('/start v_1')
  await ask(telegram, `/people/${person.id}/block`, 'POST', {})
  expect(telegram.world.person(person.id)?.blocked).toBe(true)
  expect(
    await ask(telegram, `/chats/${person.id}/messages`, 'POST', { as: person.id, text: 'x' }),
  ).toMatchObject({
    status: 409,
  })
  await ask(telegram, `/people/${person.id}/unblock`, 'POST', {})
  expect(telegram.world.pendingUpdates().at(-1)?.my_chat_member?.new_chat_member.status).toBe('member')
  expect(await ask(telegram, '/people', 'POST', { firstName: '' })).toMatchObject({ status: 400 })
  expect(await ask(telegram, '/actions/none', 'POST', {})).toMatchObject({ status: 404 })
  expect(await ask(telegram, `/deep-link?as=${person.id}&payload=${'x'.repeat(65)}`)).toMatchObject({
    status: 409,
  })
})

test('nobody looks into the chat of another', async () => {
  const telegram = await serveLocalTelegram()
  const { wang, li } = settle(telegram)
  telegram.world.say(wang, wang, { text: '秘密' })
  expect(await ask(telegram, `/chats/${wang}/messages?as=${li}`)).toMatchObject({ status: 409 })
  expect(await ask(telegram, `/chats/${wang}/messages`, 'POST', { as: li, text: 'x' })).toMatchObject({
    status: 409,
  })
})

test('events follow live, and one that comes back gets what it missed', async () => {
  const telegram = await serveLocalTelegram()
  const { wang, li } = settle(telegram)
  const abort = new AbortController()
  const events: { id: string; event: PlaygroundEvent }[] = []
  const listen = async (lastId?: string) => {
    const response = await fetch(`${telegram.root}/playground/events?as=${wang}`, {
      signal: abort.signal,
      headers: lastId ? { 'last-event-id': lastId } : {},
    })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let text = ''
    for (;;) {
      const chunk = await reader?.read()
      if (!chunk || chunk.done) return
      text += chunk.value
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data) events.push({ id: /^id: (.*)$/m.exec(block)?.[1] ?? '', event: JSON.parse(data) })
      }
    }
  }
  void listen().catch(() => {})
  telegram.world.say(wang, wang, { text: '一' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  telegram.world.say(li, li, { text: '别人的' })
  await telegram.call('sendChatAction', { chat_id: wang, action: 'typing' })
  await telegram.call('sendMessage', { chat_id: wang, text: '二' })
  await until(() => events.some(({ event }) => event.type === 'message' && event.message.text === '二'))
  expect(events.map(({ event }) => event.type)).toContain('typing')
  expect(JSON.stringify(events)).not.toContain('别人的')

  const last = events.at(-1)?.id
  telegram.world.say(wang, wang, { text: '三' })
  await until(() => JSON.stringify(events).includes('三'))
  events.length = 0
  void listen(last).catch(() => {})
  await until(() => JSON.stringify(events).includes('三'))
  events.length = 0
  void listen('of-another-run').catch(() => {})
  await until(() => events.some(({ event }) => event.type === 'chats'))
  abort.abort()
})

test('only this machine and its own page may command it', async () => {
  const { root } = await serveLocalTelegram()
  const { port } = new URL(root)
  const status = (headers: Record<string, string>, method = 'GET', path = '/playground/state') =>
    new Promise<number | undefined>((resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
      sent.on('error', reject).end()
    })
  const post = (headers: Record<string, string>) => status(headers, 'POST', '/playground/people/1/block')
  expect(await status({ host: `evil.example:${port}` })).toBe(403)
  expect(await post({ host: `127.0.0.1:${port}`, origin: 'https://evil.example' })).toBe(403)
  expect(await post({ host: `127.0.0.1:${port}`, origin: `http://localhost:${port}` })).toBe(403)
  expect(await post({ host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await status({ host: `127.0.0.1:${port}`, 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await post({ host: `127.0.0.1:${port}`, origin: `http://127.0.0.1:${port}` })).toBe(409)
})
