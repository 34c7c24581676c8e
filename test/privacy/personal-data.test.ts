import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { describeExport } from '../../src/privacy/describe-export.ts'
import { describeKeptData } from '../../src/privacy/describe-kept-data.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { exportPersonalData } from '../../src/privacy/export-personal-data.ts'
import { tallyFeedback } from '../../src/reports/tally-feedback.ts'
import { texts } from '../digests/support/digest-rows.ts'
import { clock, insertRegions, NOW, TIME_ZONE } from '../reports/support/feedback-rows.ts'
import { filter } from '../reports/support/filters.ts'
import { engines } from '../support/databases.ts'
import { findInDatabase } from './support/find-in-database.ts'
import { HER, HIS, insertKeptPeople } from './support/kept-person.ts'

describe.each(engines)('what is kept of somebody, on $name,', ({ open }) => {
  let database: Database
  let postedId: string
  beforeAll(async () => {
    database = await open()
  })
  beforeEach(async () => {
    await insertRegions(database.prisma)
    postedId = (await insertKeptPeople(database.prisma)).postedId
  })
  afterEach(async () => {
    await database.prisma
      .$executeRaw`TRUNCATE region, person, committee_chat, feedback_query, conversation_state, posted_message CASCADE`
  })
  afterAll(() => database.close())

  const erase = () =>
    database.prisma.$transaction(
      (tx) => erasePerson({ tx, clock, texts, timeZone: TIME_ZONE }, HER.telegramId),
      {
        timeout: 20_000,
      },
    )

  it('is told in numbers and taken along whole', async () => {
    const { prisma } = database
    expect(await describeKeptData(prisma, HER.telegramId)).toEqual({
      cards: 2,
      drafts: 1,
      waiting: 0,
      attachments: 1,
      endorsements: 1,
      followed: [],
      digests: 0,
      looks: 2,
      queries: 1,
      committeeWork: 4,
      villageCodes: ['140822105201', '140822199201'],
      locale: 'zh',
      consentedAt: new Date('2026-11-01T02:00:00Z'),
      consentWithdrawnAt: null,
      guardianConsentedAt: null,
      muted: false,
    })
    expect(await describeKeptData(prisma, 1)).toBeNull()

    const data = await exportPersonalData({ db: prisma, clock }, HER.telegramId)
    expect(JSON.parse(JSON.stringify(data))).toEqual(data)
    expect(data).toMatchObject({
      format: 'xiangyin-personal-data',
      version: 1,
      exportedAt: NOW.toISOString(),
      person: {
        telegramId: HER.telegramId,
        language: 'zh',
        homeVillage: { code: '140822105201', name: '乌停村（万荣县·高村镇）' },
        consentedAt: '2026-11-01T02:00:00.000Z',
        consentVersion: 1,
      },
      draft: { village: { code: '140822199201' }, topic: 'schooling', state: { words: HER.words } },
      endorsements: [
        {
          village: { code: '140822105201', name: '乌停村（万荣县·高村镇）' },
          topic: 'healthcare',
          aspects: ['medicines'],
          createdAt: '2026-11-06T02:00:00.000Z',
        },
      ],
      savedQueries: [{ id: 'ABCDEFGH', filter: { words: '药' } }],
      conversations: [{ state: { waitsFor: 'words' } }, { state: { waitsFor: 'words' } }],
      committeeWork: {
        caseEvents: [{ kind: 'accepted', text: null }],
        chats: [{ chatId: -100200300, title: '乌停村委会' }],
        chatEvents: [{ chatId: -100200300, kind: 'linked', regionAfter: '140822105201' }],
        grants: [{ held: true, given: false, role: 'administrator', regionCode: '140822', until: null }],
        answerPrompts: [{ chatId: -100200300, messageId: 5 }],
        looks: [{ place: 'case', at: '2026-11-05T02:00:00.000Z' }],
      },
    })
    // who looked is told by office, never by person
    expect(data.looks).toEqual(
      Array(2).fill({
        at: '2026-11-05T02:00:00.000Z',
        case: expect.stringMatching(/^A\d\d$/),
        office: { code: '140822105201', name: '乌停村（万荣县·高村镇）' },
        place: 'case',
      }),
    )
    expect(data.submissions).toHaveLength(2)
    expect(data.submissions[0]).toMatchObject({
      receipt: expect.stringMatching(/^7K3F-M9\d\d$/),
      village: { name: '乌停村（万荣县·高村镇）' },
      words: HER.words,
      wish: HER.wish,
      signedName: HER.name,
      answers: { about: 'elder', first_visit: 'county' },
      attachments: [{ question: 'words', kind: 'photo', fileId: 'PHOTO1' }],
      case: { status: 'accepted', events: [{ kind: 'submitted', at: '2026-11-02T02:00:00.000Z' }] },
    })
    expect(data.submissions[1]?.case).toMatchObject({
      status: 'answered',
      answer: expect.stringContaining('办好了'),
      events: [{ kind: 'submitted' }, { kind: 'answered' }],
    })
    expect(JSON.stringify(data)).not.toContain(HIS.words)
  })

  it('is taken along in plain words, too, in the language of whoever reads them', async () => {
    for (const locale of ['zh', 'en']) {
      const data = await exportPersonalData({ db: database.prisma, clock }, HER.telegramId, locale)
      const told = describeExport(data, { texts, locale, timeZone: TIME_ZONE })
      for (const said of [HER.words, HER.wish, HER.name, String(HER.telegramId), '乌停村'])
        expect(told).toContain(said)
      for (const each of data.submissions) expect(told).toContain(each.receipt)
      expect(told).not.toContain(HIS.words)
      // nothing of how it is kept: no names of columns, no codes, no times of machines
      expect(told).not.toMatch(/null|undefined|\[object|[a-z]+_[a-z]+|T\d\d:\d\d|[0-9a-f]{8}-[0-9a-f]{4}/)
    }
    const data = await exportPersonalData({ db: database.prisma, clock }, HER.telegramId)
    const told = describeExport(data, { texts, locale: 'zh', timeZone: TIME_ZONE })
    expect(
      told.replace(/Telegram|xiangyin\.json|\/query|[A-Z]\d\d|[0-9A-Z]{4}-[0-9A-Z]{4}/g, ''),
    ).not.toMatch(/[a-z]/i)
    expect(told).toMatch(
      /■ 您提的意见：7K3F-M9[\s\S]*看病吃药[\s\S]*先去哪里：县城[\s\S]*一起交的：📷 照片 1 张/,
    )
    expect(told).toMatch(/2026年11月5日 乌停村（万荣县·高村镇） 看了 A\d\d/)
  })

  it('is nowhere in the database once it is erased, but for anonymous counts', async () => {
    const { prisma } = database
    const traces = [String(HER.telegramId), HER.name, HER.words, HER.wish, 'PHOTO1']
    for (const trace of traces) expect(await findInDatabase(prisma, trace)).not.toEqual([])
    const counted = () =>
      tallyFeedback({ db: prisma, clock, timeZone: TIME_ZONE }, { scope: { codes: [''] }, filter: filter() })
    const before = await counted()
    const photoId = (await prisma.attachment.findFirst())?.id

    expect(await erase()).toEqual({
      people: 1,
      drafts: 1,
      submissions: 2,
      attachments: 1,
      storageKeys: [photoId],
      closedCases: 1,
      savedQueries: 1,
      conversations: 2,
      answerPrompts: 1,
      endorsements: 1,
      postedIds: [postedId],
      unknownDigests: 1,
      ids: expect.arrayContaining([photoId]),
    })
    // his id begins with hers, so hers is looked for where a digit does not follow
    const his = await findInDatabase(prisma, String(HIS.telegramId))
    expect(his).toEqual(['public.conversation_state', 'public.person'])
    expect(await prisma.postedMessage.findMany()).toMatchObject([
      {
        id: postedId,
        text: `A01 药品不全：“（本人已删除）” 署名：（本人已删除）\nA02 “${HIS.words}”`,
        entities: [{ type: 'bold', length: 3 }],
        marks: [{ kind: 'words' }],
        editOwed: true,
      },
    ])
    await prisma.conversationState.deleteMany({ where: { key: String(HIS.telegramId) } })
    await prisma.person.deleteMany({ where: { telegramId: BigInt(HIS.telegramId) } })
    for (const trace of traces) expect(await findInDatabase(prisma, trace)).toEqual([])

    const after = await counted()
    if (!before.ok || !after.ok) throw new Error('out of scope')
    expect(after.tally.byAspect).toEqual(before.tally.byAspect)
    expect(after.tally.satisfaction).toEqual(before.tally.satisfaction)
    expect(after.tally.total).toBe(3)
    expect(after.tally.byStatus).toEqual({ submitted: 1, accepted: 0, answered: 1, withdrawn: 0, erased: 1 })
    expect(await prisma.submission.findFirst({ where: { words: HIS.words } })).not.toBeNull()
    expect(await prisma.submission.findMany({ where: { words: null }, select: { answers: true } })).toEqual([
      { answers: {} },
      { answers: {} },
    ])
    // also what was answered: its status stays for the counts
    expect(await prisma.caseEvent.count({ where: { kind: 'erased' } })).toBe(2)
    // her "me too" still counts, without her and without the hour
    expect(await prisma.endorsement.findMany({ select: { personId: true, createdAt: true } })).toEqual([
      { personId: null, createdAt: new Date('2026-11-05T16:00:00Z') },
    ])
  })

  it('is erased whole or not at all, and a second time finds nothing', async () => {
    const { prisma } = database
    const failed = prisma.$transaction(async (tx) => {
      await erasePerson({ tx, clock, texts, timeZone: TIME_ZONE }, HER.telegramId)
      throw new Error('the connection is lost')
    })
    await expect(failed).rejects.toThrow('the connection is lost')
    expect(await describeKeptData(prisma, HER.telegramId)).toMatchObject({ cards: 2, drafts: 1 })

    await erase()
    expect(await erase()).toEqual({
      people: 0,
      drafts: 0,
      submissions: 0,
      attachments: 0,
      storageKeys: [],
      closedCases: 0,
      savedQueries: 0,
      conversations: 0,
      answerPrompts: 0,
      endorsements: 0,
      postedIds: [],
      unknownDigests: 0,
      ids: [],
    })
    expect(await describeKeptData(prisma, HER.telegramId)).toBeNull()
    expect(await exportPersonalData({ db: prisma, clock }, HER.telegramId)).toMatchObject({
      person: null,
      draft: null,
      submissions: [],
      savedQueries: [],
    })
  })

  it('includes the villages that she follows, until they are erased', async () => {
    const { prisma } = database
    const her = await prisma.person.findUniqueOrThrow({ where: { telegramId: BigInt(HER.telegramId) } })
    const followed = { personId: her.id, villageCode: '140822199201' }
    await prisma.followedVillage.create({ data: { ...followed, digestWanted: true, createdAt: NOW } })
    await prisma.privateDigest.create({
      data: {
        ...followed,
        id: her.id,
        periodKey: 'weekly:2026-11-16',
        periodStart: NOW,
        periodEnd: NOW,
        state: 'sent',
        createdAt: NOW,
      },
    })
    const data = await exportPersonalData({ db: prisma, clock }, HER.telegramId)
    expect(data.followedVillages).toMatchObject([{ village: { code: '140822199201' }, digestWanted: true }])
    expect(data.privateDigests).toMatchObject([{ period: 'weekly:2026-11-16', state: 'sent' }])
    await erase()
    expect(await prisma.followedVillage.count()).toBe(0)
    expect(await prisma.privateDigest.count()).toBe(0)
  })

  it('would be found in the job queue, too', async () => {
    const { prisma } = database
    await prisma.$executeRaw`CREATE SCHEMA pgboss`
    await prisma.$executeRaw`CREATE TABLE pgboss.job (id int, data jsonb, tags text[])`
    await prisma.$executeRaw`INSERT INTO pgboss.job VALUES (1, '{"say": "有动静了"}', '{甲,乙}')`
    expect(await findInDatabase(prisma, '有动静了')).toEqual(['pgboss.job'])
    expect(await findInDatabase(prisma, '乙')).toEqual(['pgboss.job'])
  })
})
