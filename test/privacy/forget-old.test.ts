import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFolderStore } from '../../src/attachments/folder-store.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { collectDigestFacts } from '../../src/digests/collect-digest-facts.ts'
import { periodOfKey } from '../../src/digests/period.ts'
import { findByReceipt } from '../../src/feedback/own-feedback.ts'
import { forgetOld } from '../../src/jobs/forget-old.ts'
import type { JobDeps } from '../../src/jobs/job-deps.ts'
import { createLogger } from '../../src/logger.ts'
import { tallyFeedback } from '../../src/reports/tally-feedback.ts'
import { texts } from '../digests/support/digest-rows.ts'
import { insertRegions, TIME_ZONE } from '../reports/support/feedback-rows.ts'
import { filter } from '../reports/support/filters.ts'
import { engines } from '../support/databases.ts'
import { findInDatabase } from './support/find-in-database.ts'
import { HER, HIS, insertKeptPeople } from './support/kept-person.ts'

const VILLAGE = '140822105201'
/** Her cards are of 2 and 3 November 2026, his is of the 4th. */
/** Two years and an hour after the first of them. */
const FIRST_ONLY = new Date('2028-11-01T03:00:00Z')
const ALL = new Date('2028-12-15T03:00:00Z')
const SOON = new Date('2026-11-20T03:00:00Z')

describe.each(engines)('what is older than two years, on $name,', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await database.prisma.$executeRaw`CREATE SCHEMA IF NOT EXISTS pgboss`
    await database.prisma
      .$executeRaw`CREATE TABLE IF NOT EXISTS pgboss.job (name text, state text, data jsonb)`
  })
  beforeEach(async () => {
    await insertRegions(database.prisma)
    await insertKeptPeople(database.prisma)
  })
  afterEach(async () => {
    await database.prisma
      .$executeRaw`TRUNCATE region, person, committee_chat, feedback_query, conversation_state, posted_message CASCADE`
  })
  afterAll(() => database.close())

  const sent: Job[] = []
  const forget = async (now: Date, retentionDays = 730) => {
    sent.length = 0
    const deps = {
      prisma: database.prisma,
      clock: { now: () => now },
      texts,
      log: createLogger('silent'),
      attachments: createFolderStore('/nowhere'),
      administratorIds: [],
      timeZone: TIME_ZONE,
      retentionDays,
      sendJob: async (_: unknown, job: Job) => void sent.push(job),
    } as unknown as JobDeps
    await forgetOld.handle(deps, {}, randomUUID())
  }
  const counts = async () => {
    const { prisma } = database
    const period = periodOfKey('weekly:2026-11-02', TIME_ZONE)
    if (!period) throw new Error('no such period')
    const input = { regionCode: VILLAGE, period, interim: false, asOf: SOON }
    const facts = await collectDigestFacts(prisma, input)
    const tallied = await tallyFeedback(
      { db: prisma, clock: { now: () => SOON }, timeZone: TIME_ZONE },
      { scope: { codes: [''] }, filter: filter() },
    )
    if (!facts || !tallied.ok) throw new Error('out of scope')
    const { total, satisfaction, byAspect, byRegion } = tallied.tally
    return {
      tally: { total, satisfaction, byAspect, byRegion },
      digest: {
        submissions: facts.submissions,
        topics: facts.topics,
        aspects: facts.aspects,
        satisfaction: facts.satisfaction,
        before: facts.submissionsBefore,
      },
    }
  }

  it('is nowhere in the database any more, and all that is counted is as it was', async () => {
    const { prisma } = database
    const traces = [HER.name, HER.words, HER.wish, HIS.words, 'PHOTO1', '办好了', String(HER.telegramId)]
    for (const trace of traces) expect(await findInDatabase(prisma, trace)).not.toEqual([])
    const receipts = (await prisma.submission.findMany()).map(({ receipt }) => receipt)
    const photo = await prisma.attachment.findFirstOrThrow()
    const before = await counts()

    await forget(ALL)
    for (const { id } of await prisma.postedMessage.findMany({ where: { editOwed: true } }))
      await prisma.postedMessage.update({ where: { id }, data: { editOwed: false } })
    expect(sent).toContainEqual({ name: 'erase-attachments', data: { storageKeys: [photo.id] } })
    expect(sent.filter(({ name }) => name === 'edit-posted')).not.toEqual([])
    expect(await prisma.accessGrant.count()).toBe(1)
    // what is in force says nothing of what a resident said: a right that somebody gave, and who linked a chat
    await prisma.accessGrant.updateMany({ where: { endedAt: null }, data: { endedAt: SOON } })
    await prisma.committeeChat.deleteMany({ where: { digests: { none: {} } } })
    await prisma.committeeChat.updateMany({ data: { linkedByTelegramId: null } })

    await forget(ALL)

    for (const trace of traces) expect(await findInDatabase(prisma, trace), trace).toEqual([])
    for (const receipt of receipts) {
      expect(await findInDatabase(prisma, receipt)).toEqual([])
      expect(await findByReceipt(prisma, receipt)).toBeNull()
    }
    expect(await counts()).toEqual(before)
    expect(await prisma.person.count()).toBe(0)
    expect(await prisma.identityLook.count()).toBe(0)
  })

  it('goes by the day of the submission, open or not, and leaves what is younger', async () => {
    const { prisma } = database
    await forget(FIRST_ONLY)
    expect(await findInDatabase(prisma, HIS.words)).not.toEqual([])
    const [gone, kept] = await prisma.submission.findMany({
      orderBy: { createdAt: 'asc' },
      include: { case: true },
    })
    expect(gone).toMatchObject({ personId: null, words: null, case: { status: 'erased' } })
    expect(kept).toMatchObject({ receipt: expect.stringMatching(/^7K3F/) })
    expect(await prisma.person.count()).toBe(2)
  })

  it('keeps the day of each and no minute, in the time zone', async () => {
    const { prisma } = database
    await forget(ALL)
    const days = new Intl.DateTimeFormat('sv-SE', {
      timeZone: TIME_ZONE,
      dateStyle: 'short',
      timeStyle: 'medium',
    })
    const rows = await prisma.submission.findMany({ include: { case: { include: { events: true } } } })
    expect(rows.map(({ createdAt }) => days.format(createdAt)).sort()).toEqual([
      '2026-11-02 00:00:00',
      '2026-11-03 00:00:00',
      '2026-11-04 00:00:00',
    ])
    for (const { case: found } of rows)
      for (const { at, kind } of found?.events ?? [])
        if (kind !== 'erased') expect(days.format(at)).toMatch(/ 00:00:00$/)
  })

  it('does nothing where all is younger, and may be repeated', async () => {
    const dump = async () => [
      await database.prisma.submission.findMany(),
      await database.prisma.person.count(),
    ]
    const before = await dump()
    await forget(SOON)
    expect(await dump()).toEqual(before)
    expect(sent).toEqual([])
  })
})
