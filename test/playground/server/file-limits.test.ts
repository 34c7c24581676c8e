import { expect, test } from 'vitest'
import { pixel, serveLocalTelegram, settle, token } from './serve-local-telegram.ts'

const megabyte = 1024 * 1024

test('20 MB can be downloaded, one byte more cannot', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  const sizes = [20 * megabyte, 20 * megabyte + 1]
  const answers = sizes.map((size) => {
    const [sent] = telegram.world.say(wang, wang, { document: Buffer.alloc(size) })
    return telegram.call<{ file_path: string }>('getFile', { file_id: sent?.document?.file_id })
  })
  expect(await Promise.all(answers)).toMatchObject([
    { ok: true, result: { file_size: 20 * megabyte } },
    { ok: false, error_code: 400, description: 'Bad Request: file is too big' },
  ])
  const [first] = await Promise.all(answers)
  const path = first?.ok ? first.result.file_path : ''
  const download = await fetch(`${telegram.root}/file/bot${token}/${path}`)
  expect((await download.arrayBuffer()).byteLength).toBe(20 * megabyte)
})

test('50 MB can be uploaded as a document and 10 MB as a photo, one byte more cannot', async () => {
  const telegram = await serveLocalTelegram()
  const { wang } = settle(telegram)
  telegram.world.say(wang, wang, { text: '你好' })
  const upload = async (kind: 'document' | 'photo', size: number) => {
    const form = new FormData()
    form.set('chat_id', String(wang))
    form.set(kind, new Blob([pixel, Buffer.alloc(size - pixel.length)]), 'a.png')
    const response = await fetch(`${telegram.root}/bot${token}/send${kind}`, { method: 'POST', body: form })
    return { status: response.status, ...((await response.json()) as object) }
  }
  expect(await upload('document', 50 * megabyte)).toMatchObject({ ok: true })
  expect(await upload('document', 50 * megabyte + 1)).toEqual({
    status: 413,
    ok: false,
    error_code: 413,
    description: 'Request Entity Too Large',
  })
  expect(await upload('photo', 10 * megabyte)).toMatchObject({ ok: true })
  expect(await upload('photo', 10 * megabyte + 1)).toMatchObject({
    description:
      'Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
  })
})
