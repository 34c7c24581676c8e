import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Api } from 'grammy'
import { describe, expect, it } from 'vitest'
import { createOpenFile } from '../../../src/sinks/telegram/open-file.ts'

const TOKEN = '1:token'
const MOST = 1000

/** Opens a file of a Telegram that answers getFile so, and the download so. */
async function openFrom(getFile: object, download: RequestListener = (_, response) => response.end('x')) {
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/file/')) return download(request, response)
    response.setHeader('content-type', 'application/json').end(JSON.stringify(getFile))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    return await createOpenFile(new Api(TOKEN, { apiRoot }), { token: TOKEN, apiRoot })('F', MOST)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

const file = (file_size: number) => ({
  ok: true,
  result: { file_id: 'F', file_unique_id: 'U', file_size, file_path: 'voice/file_1.oga' },
})
const refusal = (error_code: number, description: string, parameters = {}) => ({
  ok: false,
  error_code,
  description,
  parameters,
})

describe('a file of Telegram', () => {
  it('is downloaded from where Telegram says', async () => {
    const opened = await openFrom(file(5), ({ url }, response) => response.end(url))
    if (!opened.ok) throw new Error(opened.code)
    expect(Buffer.from(opened.bytes).toString()).toBe(`/file/bot${TOKEN}/voice/file_1.oga`)
  })

  it('that is too big is refused before, or while it comes', async () => {
    const tooBig = { ok: false, code: 'too_big' }
    expect(await openFrom(file(MOST + 1), () => expect.unreachable('it is downloaded'))).toEqual(tooBig)
    expect(await openFrom(refusal(400, 'Bad Request: file is too big'))).toEqual(tooBig)
    const liar: RequestListener = (_, response) => response.end(Buffer.alloc(MOST + 1))
    expect(await openFrom(file(5), liar)).toEqual(tooBig)
  })

  it('that Telegram does not know is gone', async () => {
    expect(await openFrom(refusal(400, 'Bad Request: invalid file_id'))).toEqual({ ok: false, code: 'gone' })
  })

  it('is for later while Telegram is away, busy or breaks off', async () => {
    const later = { ok: false, code: 'later', retryAfterSeconds: 30 }
    expect(await openFrom(refusal(502, 'Bad Gateway'))).toEqual(later)
    expect(await openFrom(refusal(429, 'Too Many Requests', { retry_after: 7 }))).toEqual({
      ...later,
      retryAfterSeconds: 7,
    })
    expect(await openFrom(file(5), (_, response) => response.writeHead(404).end())).toEqual(later)
    const breaksOff: RequestListener = (_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => response.destroy(), 20)
    }
    expect(await openFrom(file(100), breaksOff)).toEqual(later)
    const apiRoot = 'http://127.0.0.1:1'
    const openFile = createOpenFile(new Api(TOKEN, { apiRoot }), { token: TOKEN, apiRoot })
    expect(await openFile('F', MOST)).toEqual(later)
  })
})
