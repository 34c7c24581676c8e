import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Api } from 'grammy'
import { afterEach, describe, expect, it } from 'vitest'
import type { OutgoingMessage } from '../../../src/lib/outgoing-message.ts'
import { takeMarks } from '../../../src/messages/take-marks.ts'
import { createSender } from '../../../src/sinks/telegram/create-sender.ts'
import { createPace } from '../../../src/sinks/telegram/pace/create-pace.ts'
import type { Pace } from '../../../src/sinks/telegram/pace/pace.ts'

const message = (said: OutgoingMessage) => takeMarks(said).message

type Answer = (response: ServerResponse, request: IncomingMessage) => void
const noPace = createPace({ limits: { perSecond: 1e6, perChatASecond: 1e6 } })
const closers: (() => void)[] = []
afterEach(() => {
  for (const close of closers.splice(0)) close()
})

/** A server in Telegram's place that gives one answer and keeps what it was asked. */
async function telegram(answer: Answer) {
  const calls: { method: string; body: string }[] = []
  const server = createServer(async (request, response) => {
    const body = (await request.toArray()).map(String).join('')
    calls.push({ method: request.url?.split('/').at(-1) ?? '', body })
    answer(response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => server.close())
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { calls, server, api: new Api('1:a', { apiRoot, timeoutSeconds: 1 }) }
}

const says =
  (result: unknown): Answer =>
  (response) =>
    response.end(JSON.stringify({ ok: true, result }))

describe('createSender', () => {
  it('sends text with entities and buttons, without a link preview', async () => {
    const { api, calls } = await telegram(says({ message_id: 7 }))
    const outcome = await createSender({ api, pace: noPace }).sendMessage(
      -100,
      message({
        text: 'hello',
        entities: [{ type: 'bold', offset: 0, length: 5 }],
        buttons: [[{ label: 'go', data: 'l:cases' }], [], [{ label: 'see', url: 'https://example.org/' }]],
      }),
    )
    expect(outcome).toEqual({ kind: 'sent', messageId: 7 })
    expect(calls.map(({ method, body }) => ({ method, ...JSON.parse(body) }))).toEqual([
      {
        method: 'sendMessage',
        chat_id: -100,
        text: 'hello',
        entities: [{ type: 'bold', offset: 0, length: 5 }],
        reply_markup: {
          inline_keyboard: [
            [{ text: 'go', callback_data: 'l:cases' }],
            [{ text: 'see', url: 'https://example.org/' }],
          ],
        },
        link_preview_options: { is_disabled: true },
      },
    ])
  })

  it('uploads a photo and tells the id to send it by again', async () => {
    const { api, calls } = await telegram(
      says({ message_id: 8, photo: [{ file_id: 'small' }, { file_id: 'big' }] }),
    )
    const sender = createSender({ api, pace: noPace })
    const photo = { bytes: new Uint8Array([1, 2, 3]), fileName: 'digest.png' }
    const outcome = await sender.sendPhoto(5, photo, message({ text: 'caption' }))
    expect(outcome).toEqual({ kind: 'sent', messageId: 8, photoFileId: 'big' })
    expect(calls[0]?.body).toContain('filename=digest.png')
    await sender.sendPhoto(5, { fileId: 'big' })
    expect(JSON.parse(calls[1]?.body ?? '')).toEqual({ chat_id: 5, photo: 'big' })
  })

  it('sends several photos as one album, the caption below the first', async () => {
    const { api, calls } = await telegram(says([{ message_id: 8 }, { message_id: 9 }]))
    const photos = [{ fileId: 'A' }, { fileId: 'B' }]
    const outcome = await createSender({ api, pace: noPace }).sendAlbum(
      5,
      photos,
      message({ text: 'caption' }),
    )
    expect(outcome).toEqual({ kind: 'sent', messageId: 8 })
    expect(calls.map(({ method, body }) => ({ method, ...JSON.parse(body) }))).toEqual([
      {
        method: 'sendMediaGroup',
        chat_id: 5,
        media: [
          { type: 'photo', media: 'A', caption: 'caption' },
          { type: 'photo', media: 'B' },
        ],
      },
    ])
  })

  it('counts an edit that changes nothing as done', async () => {
    const { api } = await telegram((response) => {
      const description = 'Bad Request: message is not modified: specified new message content is the same'
      response.end(JSON.stringify({ ok: false, error_code: 400, description }))
    })
    expect(await createSender({ api, pace: noPace }).editMessage(5, 9, message({ text: 'same' }))).toEqual({
      kind: 'sent',
      messageId: 9,
    })
  })

  it('calls a message whose answer is lost unknown, and does not repeat it', async () => {
    const { api, calls } = await telegram((response) => response.destroy())
    const sender = createSender({ api, pace: noPace })
    expect(await sender.sendMessage(5, message({ text: 'hello' }))).toEqual({ kind: 'unknown' })
    expect(calls).toHaveLength(1)
  })

  it('calls a message that got no answer in time, or one that is no JSON, unknown', async () => {
    const silent = await telegram(() => {})
    expect(await createSender({ ...silent, pace: noPace }).sendMessage(5, message({ text: 'a' }))).toEqual({
      kind: 'unknown',
    })
    silent.server.closeAllConnections()
    const gateway = await telegram((response) => response.writeHead(502).end('<html>Bad Gateway</html>'))
    expect(await createSender({ ...gateway, pace: noPace }).sendMessage(5, message({ text: 'a' }))).toEqual({
      kind: 'unknown',
    })
  })

  it('tries later where no connection could be made', async () => {
    const { api, server } = await telegram(says({}))
    await new Promise((resolve) => server.close(resolve))
    expect(await createSender({ api, pace: noPace }).sendMessage(5, message({ text: 'hello' }))).toEqual({
      kind: 'later',
      retryAfterSeconds: 30,
    })
  })

  it('sends nothing where its turn is too far away', async () => {
    const { api, calls } = await telegram(says({}))
    const pace: Pace = { ...noPace, take: async () => ({ ok: false, retryAfterSeconds: 12 }) }
    expect(await createSender({ api, pace }).sendMessage(5, message({ text: 'hello' }))).toEqual({
      kind: 'later',
      retryAfterSeconds: 12,
    })
    expect(calls).toEqual([])
  })

  it('keeps to a 429 of Telegram before it sends there again', async () => {
    const { api, calls } = await telegram((response) =>
      response.end(
        JSON.stringify({
          ok: false,
          error_code: 429,
          description: 'Too Many Requests: retry after 37',
          parameters: { retry_after: 37 },
        }),
      ),
    )
    const sender = createSender({ api, pace: createPace() })
    const later = { kind: 'later', retryAfterSeconds: 37 }
    expect(await sender.sendMessage(5, message({ text: 'a' }))).toEqual(later)
    expect(await sender.sendMessage(5, message({ text: 'a' }))).toEqual(later)
    expect(calls).toHaveLength(1)
    // another chat is told the same: the limit is the bot's
    expect(await sender.sendMessage(6, message({ text: 'a' }))).toEqual(later)
    expect(await sender.sendMessage(7, message({ text: 'a' }))).toEqual(later)
    expect(calls).toHaveLength(2)
  })

  it('takes its turn at the priority that it has, and for an album as often as it has photos', async () => {
    const { api } = await telegram(says([{ message_id: 8 }]))
    const asked: unknown[] = []
    const pace: Pace = {
      ...noPace,
      take: async (ask) => {
        asked.push(ask)
        return { ok: true }
      },
    }
    const sender = createSender({ api, pace })
    await sender.with({ priority: 'urgent' }).sendMessage(-7, message({ text: 'a' }))
    await sender.sendAlbum(7, [{ fileId: 'A' }, { fileId: 'B' }], message({ text: 'caption' }))
    await sender.deleteMessage(7, 1)
    expect(asked).toEqual([
      { chatId: -7, isGroup: true, priority: 'urgent', messages: 1 },
      { chatId: 7, isGroup: false, priority: 'job', messages: 2 },
    ])
  })

  it('makes no call where it is told right before that it may not', async () => {
    const { api, calls } = await telegram(says({ message_id: 7 }))
    const sender = createSender({ api, pace: noPace }).with({ before: async () => false })
    expect(await sender.sendMessage(5, message({ text: 'a' }))).toMatchObject({ kind: 'later' })
    expect(calls).toEqual([])
  })
})
