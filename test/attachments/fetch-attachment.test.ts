import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fetchAttachment } from '../../src/attachments/fetch-attachment.ts'
import type { AttachmentStore } from '../../src/attachments/store.ts'
import type { Database } from '../../src/db/database.ts'
import type { OpenedFile } from '../../src/sinks/telegram/open-file.ts'
import { insertRegions } from '../reports/support/feedback-rows.ts'
import { openEmbeddedForTest } from '../support/databases.ts'
import { oggVoice, photoWithPlace } from './support/recordings.ts'

describe('fetching an attachment', () => {
  let database: Database
  let kept: Map<string, Uint8Array>
  let store: AttachmentStore
  beforeAll(async () => {
    database = await openEmbeddedForTest()
    await insertRegions(database.prisma)
  })
  beforeEach(() => {
    kept = new Map()
    store = {
      put: async (key, bytes) => void kept.set(key, bytes),
      get: async (key) => kept.get(key) ?? null,
      delete: async (key) => void kept.delete(key),
    }
  })
  afterAll(() => database.close())

  const insert = async (kind: 'photo' | 'voice'): Promise<string> => {
    const id = randomUUID()
    await database.prisma.submission.create({
      data: {
        id: randomUUID(),
        villageCode: '140822105201',
        topic: 'healthcare',
        cardVersion: 1,
        answers: {},
        urgency: 'can_wait',
        visibility: 'committee',
        receipt: id.slice(0, 8),
        createdAt: new Date('2026-11-20T02:00:00Z'),
        attachments: { create: { id, question: 'words', position: 0, kind, fileId: 'F' } },
      },
    })
    return id
  }
  const fetchIt = (id: string, file: OpenedFile | (() => Promise<OpenedFile>)) =>
    fetchAttachment(
      {
        prisma: database.prisma,
        store,
        openFile: async () => (typeof file === 'function' ? await file() : file),
      },
      id,
    )
  const row = (id: string) => database.prisma.attachment.findUnique({ where: { id } })

  it('stores it once, under its id', async () => {
    const id = await insert('voice')
    const bytes = oggVoice('药')
    expect(await fetchIt(id, { ok: true, bytes })).toEqual({ kind: 'stored' })
    expect(await row(id)).toMatchObject({
      state: 'stored',
      storageKey: id,
      mediaType: 'audio/ogg',
      bytes: bytes.byteLength,
      fileId: 'F',
    })
    expect([...kept.keys()]).toEqual([id])
    const again = () => Promise.reject(new Error('asked Telegram again'))
    expect(await fetchIt(id, again)).toEqual({ kind: 'nothing' })
  })

  it.each([
    ['photo', { ok: false, code: 'gone' }, 'gone'],
    ['voice', { ok: false, code: 'too_big' }, 'too_big'],
    ['photo', { ok: true, bytes: Buffer.from('no picture') }, 'no_picture'],
    ['voice', { ok: true, bytes: Buffer.from('no voice') }, 'no_voice'],
  ] as const)('refuses a %s that can never be kept (%j)', async (kind, file, code) => {
    const id = await insert(kind)
    expect(await fetchIt(id, file)).toEqual({ kind: 'refused', code })
    expect(await row(id)).toMatchObject({ state: 'refused', refusal: code, storageKey: null, fileId: 'F' })
    expect(kept.size).toBe(0)
  })

  it('comes back later while Telegram is away', async () => {
    const id = await insert('photo')
    const away = { ok: false, code: 'later', retryAfterSeconds: 7 } as const
    expect(await fetchIt(id, away)).toEqual({ kind: 'later', retryAfterSeconds: 7 })
    expect(await row(id)).toMatchObject({ state: 'pending' })
    expect(await fetchIt(id, { ok: true, bytes: await photoWithPlace(1) })).toEqual({ kind: 'stored' })
  })

  it('leaves nothing in the store of what was erased meanwhile', async () => {
    const id = await insert('voice')
    const erased = async (): Promise<OpenedFile> => {
      await database.prisma.attachment.delete({ where: { id } })
      return { ok: true, bytes: oggVoice('药') }
    }
    expect(await fetchIt(id, erased)).toEqual({ kind: 'nothing' })
    expect(kept.size).toBe(0)
    // the process died between the store and the database, and the row was erased before the job came again
    kept.set(id, oggVoice('药'))
    expect(await fetchIt(id, { ok: false, code: 'gone' })).toEqual({ kind: 'nothing' })
    expect(kept.size).toBe(0)
  })
})
