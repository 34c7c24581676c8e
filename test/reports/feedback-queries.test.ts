import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegionScope } from '../../src/access/region-scope.ts'
import type { Database } from '../../src/db/database.ts'
import { filterPeriods, filterStatuses } from '../../src/presses/query-press.ts'
import { countByRegion } from '../../src/reports/count-by-region.ts'
import { type FeedbackFilter, feedbackFilterSchema } from '../../src/reports/feedback-filter.ts'
import { listFeedback } from '../../src/reports/list-feedback.ts'
import type { FeedbackQuestion } from '../../src/reports/match-feedback.ts'
import { periodOfFilter } from '../../src/reports/period-of-filter.ts'
import { tallyFeedback } from '../../src/reports/tally-feedback.ts'
import { engines } from '../support/databases.ts'
import { fc } from '../support/properties.ts'
import { isFrom, matchesInMemory, tallyInMemory } from './support/count-in-memory.ts'
import {
  clock,
  type FeedbackSeed,
  insertFeedback,
  insertRegions,
  NOW,
  regions,
  seed,
  TIME_ZONE,
  villages,
} from './support/feedback-rows.ts'
import { filter } from './support/filters.ts'

const SAID = ['降压药常常断', '药品不全', '50% 不_报', "O'Neil \\ said", 'School Bus', '断 药', '👵 吃饭']
const scopes = ['', '1408', '140822', '140822105', '140822105201']

const text = fc.option(
  fc.array(fc.constantFrom(...SAID), { minLength: 1, maxLength: 3 }).map((said) => said.join('，')),
)
const hoursAgo = fc.nat(24 * 800).map((hours) => new Date(NOW.getTime() - hours * 3_600_000))
/** The first moment of a period and the last one before it. */
const boundaries = fc
  .record({
    period: fc.constantFrom(...filterPeriods),
    before: fc.boolean(),
    milliseconds: fc.constantFrom(0, 1),
  })
  .map(({ period, before, milliseconds }) => {
    const { start, before: earlier } = periodOfFilter(period, NOW, TIME_ZONE)
    const moment = (before ? earlier?.start : start) ?? NOW
    return new Date(moment.getTime() - milliseconds)
  })
const seeds = fc.record<FeedbackSeed>({
  person: fc.option(fc.nat(20)),
  villageCode: fc.constantFrom(...villages),
  topic: fc.constantFrom('healthcare', 'schooling', 'elder_care'),
  aspects: fc.uniqueArray(fc.constantFrom('medicines', 'doctors', 'checkups', 'something_else'), {
    maxLength: 3,
  }),
  satisfaction: fc.option(fc.integer({ min: 1, max: 5 })),
  words: text,
  wish: text,
  urgency: fc.constantFrom('can_wait', 'this_month', 'now'),
  visibility: fc.constantFrom('committee', 'committee_named', 'township'),
  signedName: fc.constant(null),
  status: fc.constantFrom('submitted', 'accepted', 'answered', 'erased'),
  answer: fc.constant(null),
  createdAt: fc.oneof(hoursAgo, boundaries),
  attachments: fc.array(fc.constantFrom('voice', 'photo', 'location'), { maxLength: 2 }),
})
const filters = fc.record<FeedbackFilter>({
  topic: fc.option(fc.constantFrom('healthcare', 'schooling')),
  regionCode: fc.constantFrom('', ...regions.map(({ code }) => code)),
  period: fc.constantFrom(...filterPeriods),
  status: fc.constantFrom(...filterStatuses),
  words: fc.option(
    fc.constantFrom('药', '降压药', '%', '_', '\\', "'", 'school bus', '断 药', '断药', '👵', '没有'),
  ),
  aspect: fc.option(fc.constantFrom('medicines', 'checkups')),
})

describe.each(engines)('feedback queries on $name', ({ open }) => {
  let database: Database
  let rows: FeedbackSeed[]
  const deps = () => ({ db: database.prisma, clock, timeZone: TIME_ZONE })
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    rows = fc.sample(seeds, { numRuns: 400, seed: 20261121 })
    await insertFeedback(database.prisma, rows)
  })
  afterAll(() => database.close())

  it('count and list the same as plain JavaScript does, whatever is asked for', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...scopes), filters, async (regionCode, asked) => {
        const question = { scope: { codes: [regionCode] as [string] }, filter: asked }
        const tallied = await tallyFeedback(deps(), question)
        const listed = await listFeedback(deps(), { ...question, page: 0 })
        const region = asked.regionCode || regionCode
        if (!region.startsWith(regionCode)) {
          expect(tallied).toEqual({ ok: false, code: 'out_of_scope' })
          expect(listed).toEqual({ ok: false, code: 'out_of_scope' })
          return
        }
        const period = periodOfFilter(asked.period, NOW, TIME_ZONE)
        const matching = rows.filter((row) => matchesInMemory(row, regionCode, asked))
        const expected = tallyInMemory(matching, region, period)
        expect(tallied).toEqual({ ok: true, tally: { regionCode: region, period, ...expected } })
        const newest = matching
          .filter((row) => isFrom(row, period))
          .map((row) => row.createdAt.getTime())
          .sort((a, b) => b - a)
        if (!listed.ok) throw new Error(listed.code)
        expect(listed.total).toBe(expected.total)
        expect(listed.entries.map((entry) => entry.createdAt.getTime())).toEqual(newest.slice(0, 5))
      }),
      { numRuns: 100, seed: 7 },
    )
  })

  it('page through every entry exactly once, also those of the same moment', async () => {
    const question: FeedbackQuestion = { scope: { codes: [''] }, filter: filter({ topic: 'schooling' }) }
    const receipts: string[] = []
    let pages = 1
    for (let page = 0; page < pages; page++) {
      const listed = await listFeedback(deps(), { ...question, page })
      if (!listed.ok) throw new Error(listed.code)
      pages = listed.pages
      receipts.push(...listed.entries.map((entry) => entry.receipt))
    }
    expect(receipts).toHaveLength(rows.filter((row) => row.topic === 'schooling').length)
    expect(new Set(receipts).size).toBe(receipts.length)
  })

  it('give the last page where one behind it is asked for', async () => {
    const question: FeedbackQuestion = { scope: { codes: [''] }, filter: filter() }
    const listed = await listFeedback(deps(), { ...question, page: 9999 })
    expect(listed).toMatchObject({ ok: true, page: 79, pages: 80, total: 400 })
  })

  it('count several regions in scope together, also below one that is above them, and nothing else', async () => {
    const scope: RegionScope = { codes: ['140822105', '140822199201'] }
    const inScope = rows.filter(
      ({ villageCode, visibility }) =>
        villageCode.startsWith('140822105') ||
        (villageCode.startsWith('140822199201') && visibility !== 'township'),
    ).length
    for (const regionCode of ['', '1408', '140822']) {
      const tallied = await tallyFeedback(deps(), { scope, filter: filter({ regionCode }) })
      expect(tallied).toMatchObject({ ok: true, tally: { total: inScope } })
    }
    const one = await tallyFeedback(deps(), { scope, filter: filter({ regionCode: '140822105' }) })
    const ofOne = rows.filter(({ villageCode }) => villageCode.startsWith('140822105')).length
    expect(one).toMatchObject({ tally: { total: ofOne } })
    for (const regionCode of ['140822199202', '140829', '1409'])
      expect(await tallyFeedback(deps(), { scope, filter: filter({ regionCode }) })).toEqual({
        ok: false,
        code: 'out_of_scope',
      })
  })

  it('count by region what lies right below', async () => {
    const counted = await countByRegion(deps(), {
      scope: { codes: [''] },
      filter: filter({ regionCode: '140822' }),
    })
    if (!counted.ok) throw new Error(counted.code)
    const below = (code: string) => rows.filter((row) => row.villageCode.startsWith(code)).length
    expect(counted.counts).toEqual(
      new Map([
        ['140822105', below('140822105')],
        ['140822199', below('140822199')],
      ]),
    )
  })
})

describe.each(engines)('an entry on $name', ({ open }) => {
  let database: Database
  const deps = () => ({ db: database.prisma, clock, timeZone: TIME_ZONE })
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
    const [first = ''] = await insertFeedback(database.prisma, [
      seed({ visibility: 'committee_named', signedName: '王秀兰', attachments: ['voice', 'photo', 'photo'] }),
      seed({ visibility: 'committee', signedName: '不该看见', createdAt: new Date('2026-11-19T02:00:00Z') }),
      seed({ visibility: 'township', words: '支书不公', createdAt: new Date('2026-11-18T02:00:00Z') }),
      seed({ person: null, words: null, status: 'erased', createdAt: new Date('2026-11-17T02:00:00Z') }),
    ])
    for (let n = 0; n < 2; n++)
      await database.prisma.endorsement.create({
        data: { id: randomUUID(), submissionId: first, createdAt: NOW },
      })
  })
  afterAll(() => database.close())

  const list = async (regionCode: string) => {
    const listed = await listFeedback(deps(), {
      scope: { codes: [regionCode] as [string] },
      filter: filter(),
      page: 0,
    })
    if (!listed.ok) throw new Error(listed.code)
    return listed.entries
  }

  it('carries the name only where the person chose so, and never whose it is', async () => {
    const entries = await list('')
    expect(entries.map((entry) => entry.signedName)).toEqual(['王秀兰', null, null, null])
    expect(entries[0]).toMatchObject({
      alias: 'A01',
      words: '降压药常常断，要去县里买',
      attachments: { voice: 1, photo: 2, location: 0 },
      endorsements: 2,
      erased: false,
    })
    expect(entries[3]).toMatchObject({ words: null, status: 'erased', erased: true })
    const people = await database.prisma.person.findMany()
    for (const person of people) expect(JSON.stringify(entries)).not.toContain(person.id)
  })

  it('meant for the township only stays hidden from whoever administers the village', async () => {
    expect((await list('140822105')).map((entry) => entry.words)).toContain('支书不公')
    expect((await list('140822105201')).map((entry) => entry.words)).not.toContain('支书不公')
    const tallied = await tallyFeedback(deps(), { scope: { codes: ['140822105201'] }, filter: filter() })
    expect(tallied).toMatchObject({ tally: { total: 3 } })
  })
})

it('a filter that was stored is read back, one of another shape is not', () => {
  expect(feedbackFilterSchema.parse(filter({ words: '药' }))).toEqual(filter({ words: '药' }))
  expect(feedbackFilterSchema.safeParse({ ...filter(), regionCode: "1408' OR 1=1" }).success).toBe(false)
  expect(feedbackFilterSchema.safeParse({ ...filter(), period: 'decade' }).success).toBe(false)
})
