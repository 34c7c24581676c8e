import { expect, test } from 'vitest'
import { methodTable } from '../../../../src/playground/server/methods/method-table.ts'
import { fc } from '../../../support/properties.ts'
import { pixel, token } from '../serve-local-telegram.ts'
import { expectTelegramShape, runs, startFuzzedServer } from './fuzzed-server.ts'
import { nearValue } from './near-values.ts'

const names = [...methodTable.values()].map(({ name }) => name)
const shapeOf = (name: string) => Object.keys(methodTable.get(name.toLowerCase())?.parameters.shape ?? {})

const anyCase = (name: string) => fc.constantFrom(name, name.toLowerCase(), name.toUpperCase())
/** What lets most calls go through; then the rest can go wrong. */
const usual: Record<string, unknown> = {
  chat_id: 1001,
  from_chat_id: 1001,
  message_id: 3,
  user_id: 1001,
  text: '好',
  latitude: 1,
  longitude: 1,
  phone_number: '1',
  first_name: 'x',
  action: 'typing',
}
const usualFor = (name: string) =>
  Object.fromEntries(Object.entries(usual).filter(([parameter]) => shapeOf(name).includes(parameter)))

const call = fc.constantFrom(...names).chain((name) => {
  const known = fc.constantFrom('chat_id', ...shapeOf(name))
  const parameter = fc.oneof({ weight: 12, arbitrary: known }, fc.string({ maxLength: 8 }))
  return fc
    .tuple(anyCase(name), fc.boolean(), fc.dictionary(parameter, nearValue, { maxKeys: 4 }))
    .map(([path, plain, strange]) => ({
      path,
      parameters: plain ? { ...usualFor(name), ...strange } : strange,
    }))
})
/** Nothing to wait for, and no address that somebody might listen at. */
const harmless = (parameters: Record<string, unknown>) => {
  const { timeout: _timeout, url: _url, ...rest } = parameters
  return rest
}

test('any JSON to any method is answered as Telegram answers', async () => {
  const { send, call: ask } = await startFuzzedServer()
  await fc.assert(
    fc.asyncProperty(call, async ({ path, parameters }) => {
      const headers = { 'content-type': 'application/json; charset=utf-8' }
      const body = JSON.stringify(harmless(parameters))
      expectTelegramShape(await send({ verb: 'POST', path: `/bot${token}/${path}`, headers, body }))
    }),
    runs(1_000),
  )
  expect(await ask('getMe')).toMatchObject({ ok: true })
})

test('any form, query or parts to any method are answered as Telegram answers', async () => {
  const { send } = await startFuzzedServer()
  const asText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const way = fc.constantFrom('query', 'form', 'parts')
  await fc.assert(
    fc.asyncProperty(call, way, fc.string({ maxLength: 6 }), async ({ path, parameters }, by, part) => {
      const pairs = Object.entries(harmless(parameters)).map(([name, value]) => [name, asText(value) ?? ''])
      const query = new URLSearchParams(pairs).toString()
      const at = `/bot${encodeURIComponent(token)}/${path}`
      if (by === 'query') return expectTelegramShape(await send({ verb: 'GET', path: `${at}?${query}` }))
      if (by === 'form') {
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        return expectTelegramShape(await send({ verb: 'POST', path: at, headers, body: query }))
      }
      const form = new FormData()
      for (const [name = '', value = ''] of pairs) form.append(name, value)
      form.append(part, new Blob([pixel]), `${part}.png`)
      const { headers, body } = await encoded(form)
      expectTelegramShape(await send({ verb: 'POST', path: at, headers, body }))
    }),
    runs(250),
  )
})

async function encoded(form: FormData) {
  const packed = new Response(form)
  const headers = { 'content-type': packed.headers.get('content-type') ?? '' }
  return { headers, body: new Uint8Array(await packed.arrayBuffer()) }
}

const deep: Record<string, string> = {
  DEEP: `{"reply_markup":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
  DEEPER: `{"text":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`,
}

test('any bytes as any kind of body are answered as Telegram answers', async () => {
  const { send } = await startFuzzedServer()
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=utf-16',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary="',
    'text/plain',
    ';;;',
    '',
  )
  const body = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom('{', '[]', 'null', '"x"', '%', '%zz=%', '--x\r\n', '--x--', '{"__proto__":{"a":1}}'),
    fc.string().map((name) => `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\nv\r\n--x--`),
    fc.constantFrom('DEEP', 'DEEPER'),
  )
  await fc.assert(
    fc.asyncProperty(
      type,
      body,
      fc.constantFrom('sendMessage', 'sendMediaGroup', 'sendPhoto'),
      async (kind, bytes, name) => {
        const headers: Record<string, string> = kind === '' ? {} : { 'content-type': kind }
        expectTelegramShape(
          await send({
            verb: 'POST',
            path: `/bot${token}/${name}`,
            headers,
            body: deep[String(bytes)] ?? bytes,
          }),
        )
      },
    ),
    runs(250),
  )
})

test('any path and verb below /bot is answered as Telegram answers', async () => {
  const { send } = await startFuzzedServer()
  const piece = fc.oneof(
    fc.webPath(),
    fc.constantFrom(
      '',
      '/',
      '//',
      '/%',
      '/%zz',
      '/%00',
      '/getMe/',
      '/getMe/x',
      `/getMe?${'a'.repeat(2000)}=1`,
    ),
  )
  const bot = fc.constantFrom(
    '',
    token,
    encodeURIComponent(token),
    '123456:wrong',
    '%',
    '%ff',
    'x',
    '0:',
    ':',
    `${token}x`,
  )
  const root = fc.constantFrom('/bot', '/file/bot')
  const verb = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS')
  await fc.assert(
    fc.asyncProperty(verb, root, bot, piece, async (method, at, who, rest) => {
      const path = `${at}${who}${rest}`
      // two dots lead out of it
      if (!new URL(path, 'http://x').pathname.startsWith(at)) return
      expectTelegramShape(await send({ verb: method, path }))
    }),
    runs(250),
  )
})

test('strange headers change nothing', async () => {
  const { send } = await startFuzzedServer()
  const value = fc.string({ unit: fc.constantFrom(...'abcXYZ019 ;,=/*"()-_.'.split('')), maxLength: 60 })
  const name = fc.constantFrom(
    'accept',
    'accept-encoding',
    'content-encoding',
    'range',
    'origin',
    'x-forwarded-for',
    'expect-ct',
    'cookie',
  )
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, value), async (headers) => {
      const answer = await send({ verb: 'GET', path: `/bot${token}/getMe`, headers })
      expect(answer.status).toBe(200)
      expectTelegramShape(answer)
    }),
    runs(250),
  )
})
