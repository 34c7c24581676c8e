import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { exportPersonalData } from '../../src/privacy/export-personal-data.ts'
import { fetchRecording } from '../../src/recordings/fetch-recording.ts'
import { keepRecording } from '../../src/recordings/keep-recording.ts'
import type { OpenedFile } from '../../src/sinks/telegram/open-file.ts'
import { oggVoice } from '../attachments/support/recordings.ts'
import { texts } from '../digests/support/digest-rows.ts'
import { clock, insertRegions } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'

const ASKED = { regionCode: '140822', screen: 'about', durationSeconds: 4, recordedByTelegramId: 99 }

describe.each(engines)('a recording, on $name,', ({ open }) => {
  let database: Database
  let jobs: Job[]
  const kept = new Map<string, Uint8Array>()
  const store = {
    put: async (key: string, bytes: Uint8Array) => void kept.set(key, bytes),
    get: async (key: string) => kept.get(key) ?? null,
    delete: async (key: string) => void kept.delete(key),
  }
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  beforeEach(() => {
    jobs = []
    kept.clear()
  })
  afterEach(() => database.prisma.recording.deleteMany())
  afterAll(() => database.close())

  const keep = async (fileId: string) => {
    const random = { uuid: () => randomUUID(), below: () => 0 }
    const sendJob = async (_tx: unknown, job: Job) => void jobs.push(job)
    await database.prisma.$transaction((tx) =>
      keepRecording({ tx, clock, random, sendJob } as never, { ...ASKED, fileId }),
    )
    return await database.prisma.recording.findFirstOrThrow({ where: { fileId } })
  }
  const fetchIt = (id: string, file: OpenedFile) =>
    fetchRecording({ prisma: database.prisma, store, openFile: async () => file }, id)

  it('is fetched once and lies in the store under its id', async () => {
    const { id } = await keep('A')
    expect(jobs).toEqual([{ name: 'fetch-recording', data: { recordingId: id } }])
    const bytes = oggVoice('关于谁')
    expect(await fetchIt(id, { ok: true, bytes })).toEqual({ kind: 'stored' })
    expect([...kept]).toEqual([[id, bytes]])
    expect(await fetchIt(id, { ok: false, code: 'gone' })).toEqual({ kind: 'nothing' })
    expect(await database.prisma.recording.findUnique({ where: { id } })).toMatchObject({
      state: 'stored',
      mediaType: 'audio/ogg',
      bytes: bytes.byteLength,
    })
  })

  it('takes the place of an earlier one, whose file goes, also one that is being fetched', async () => {
    const first = await keep('A')
    const second = await keep('B')
    expect(await database.prisma.recording.findMany({ select: { id: true } })).toEqual([{ id: second.id }])
    expect(jobs).toContainEqual({ name: 'erase-attachments', data: { storageKeys: [first.id] } })
    kept.set(first.id, oggVoice('旧'))
    expect(await fetchIt(first.id, { ok: true, bytes: oggVoice('旧') })).toEqual({ kind: 'nothing' })
    expect(kept.size).toBe(0)
  })

  it.each([
    [{ ok: true, bytes: Buffer.from('no voice') }, 'no_voice'],
    [{ ok: false, code: 'too_big' }, 'too_big'],
  ] as const)('is refused where it is no voice message or too big (%#)', async (file, code) => {
    const { id } = await keep('A')
    expect(await fetchIt(id, file)).toEqual({ kind: 'refused', code })
    expect(kept.size).toBe(0)
    expect(await database.prisma.recording.findUnique({ where: { id } })).toMatchObject({ state: 'refused' })
  })

  it('is told to whoever recorded it, and stays without them once they are erased', async () => {
    const { id } = await keep('A')
    const { prisma } = database
    const exported = () => exportPersonalData({ db: prisma, clock }, ASKED.recordedByTelegramId)
    expect((await exported()).committeeWork.recordings).toMatchObject([
      { regionCode: '140822', screen: 'about', durationSeconds: 4 },
    ])
    await prisma.$transaction((tx) =>
      erasePerson({ tx, clock, texts, timeZone: 'Asia/Shanghai' }, ASKED.recordedByTelegramId),
    )
    expect(await prisma.recording.findUnique({ where: { id } })).toMatchObject({ recordedByTelegramId: null })
    expect((await exported()).committeeWork.recordings).toEqual([])
  })

  it('waits while Telegram is away', async () => {
    const { id } = await keep('A')
    const away = { ok: false, code: 'later', retryAfterSeconds: 7 } as const
    expect(await fetchIt(id, away)).toEqual({ kind: 'later', retryAfterSeconds: 7 })
    expect(await database.prisma.recording.findUnique({ where: { id } })).toMatchObject({ state: 'pending' })
  })
})
