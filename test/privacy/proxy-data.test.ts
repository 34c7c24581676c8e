import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { describeKeptData } from '../../src/privacy/describe-kept-data.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { exportPersonalData } from '../../src/privacy/export-personal-data.ts'
import { texts } from '../digests/support/digest-rows.ts'
import { proxyWorld, VOICE, WORDS, ZHANG } from '../feedback/proxy/support/proxy-world.ts'
import { insertRegions } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'
import { findInDatabase } from './support/find-in-database.ts'

describe.each(engines)('what is filed for somebody else, on $name,', ({ open }) => {
  let database: Database
  const world = proxyWorld(() => database)
  const NAME = ZHANG.name ?? ''
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  beforeEach(async () => {
    await database.prisma.$executeRaw`TRUNCATE person, submission CASCADE`
  })
  afterAll(() => database.close())

  const erase = ({ telegramId }: { telegramId: number }) =>
    database.prisma.$transaction(
      (tx) => erasePerson({ tx, clock: world.clock, texts, timeZone: 'Asia/Shanghai' }, telegramId),
      {
        timeout: 20_000,
      },
    )
  const take = ({ telegramId }: { telegramId: number }) =>
    exportPersonalData({ db: database.prisma, clock: world.clock }, telegramId)
  const traces = async (...of: string[]) =>
    (await Promise.all(of.map((each) => findInDatabase(database.prisma, each)))).flat()

  it('is told and taken along by the filer while it is half-filled and while it waits, and then erased', async () => {
    const { filer } = await world.pending()
    await world.fill(filer.id, ZHANG)
    expect(await describeKeptData(database.prisma, filer.telegramId)).toMatchObject({ drafts: 1, waiting: 1 })
    const data = await take(filer)
    expect(data.draft?.filedFor).toEqual(ZHANG)
    expect(data.pendingProxies).toMatchObject([
      { ...ZHANG, topic: 'healthcare', state: { answers: { words: { text: WORDS } } } },
    ])
    expect(data.submissions).toEqual([])
    expect(await traces(NAME, WORDS)).not.toEqual([])
    expect(await erase(filer)).toMatchObject({ people: 1, drafts: 2 })
    expect(await traces(NAME, WORDS)).toEqual([])
  })

  it('goes with the filer where they hold it for somebody without a chat: name, words and voice', async () => {
    const { filer, id } = await world.pending(ZHANG, { visibility: 'committee_named' })
    await world.say(filer.id, id)
    const [submission] = (await take(filer)).submissions
    expect(submission).toMatchObject({
      words: WORDS,
      filedFor: { ...ZHANG, consent: 'voice' },
      attachments: [{ question: 'consent', kind: 'voice', fileId: VOICE.fileId }],
    })
    const voice = await database.prisma.attachment.findFirstOrThrow()
    expect(await erase(filer)).toMatchObject({ submissions: 1, attachments: 1, storageKeys: [voice.id] })
    expect(await traces(NAME, WORDS, VOICE.fileId)).toEqual([])
    expect(await database.prisma.filedFor.findMany()).toMatchObject([{ name: null, filerId: null }])
    expect(await database.prisma.submission.count()).toBe(1)
  })

  it('is the person’s own once they agreed in their own chat: erasing them takes it, erasing the filer does not', async () => {
    const first = await world.pending(ZHANG, { visibility: 'committee_named' })
    const her = await world.person()
    await world.agree(her.id, first)
    expect((await take(her)).submissions).toMatchObject([
      { words: WORDS, signedName: NAME, filedFor: { ...ZHANG, consent: 'code' } },
    ])
    const filers = await take(first.filer)
    expect(filers.submissions).toEqual([])
    expect(filers.filedForOthers).toMatchObject([{ ...ZHANG, receipt: expect.stringMatching(/^.{4}-.{4}$/) }])
    expect(JSON.stringify(filers)).not.toContain(WORDS)

    await erase(first.filer)
    expect(await database.prisma.submission.findFirst()).toMatchObject({ personId: her.id, words: WORDS })
    expect(await database.prisma.filedFor.findFirst()).toMatchObject({ filerId: null, name: NAME })

    await erase(her)
    expect(await traces(NAME, WORDS)).toEqual([])
  })

  it('is no longer the filer’s to look at once the person is erased', async () => {
    const { filer, ...card } = await world.pending()
    const her = await world.person()
    await world.agree(her.id, card)
    await erase(her)
    expect(await take(filer)).toMatchObject({ filedForOthers: [], person: { telegramId: filer.telegramId } })
    expect(await traces(NAME, WORDS)).toEqual([])
  })

  it('does not wait crosswise where a filer is erased while the person agrees', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { filer, ...card } = await world.pending()
      const her = await world.person()
      const [erased, agreed] = await Promise.all([erase(filer), world.agree(her.id, card)])
      expect(erased.people).toBe(1)
      expect(await database.prisma.submission.count({ where: { id: card.id } })).toBe(agreed.ok ? 1 : 0)
      expect(await database.prisma.pendingProxy.count({ where: { id: card.id } })).toBe(0)
    }
  })
})
