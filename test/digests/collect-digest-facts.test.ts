import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { collectDigestFacts } from '../../src/digests/collect-digest-facts.ts'
import { currentPeriod, lastFullPeriod } from '../../src/digests/period.ts'
import { engines } from '../support/databases.ts'
import {
  addRegions,
  at,
  COUNTY,
  FAR_VILLAGE,
  idOf,
  OTHER_VILLAGE,
  TIME_ZONE,
  TOWNSHIP,
  VILLAGE,
} from './support/digest-rows.ts'
import { addExampleWeek, MONDAY } from './support/example-week.ts'

describe.each(engines)('collectDigestFacts on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
    await addExampleWeek(database.prisma)
  })
  afterAll(() => database.close())

  const week = lastFullPeriod('weekly', MONDAY, TIME_ZONE)
  const collect = async (regionCode: string) =>
    await collectDigestFacts(database.prisma, { regionCode, period: week, interim: false, asOf: MONDAY })

  it('counts what a village holds, from the first instant of the week to the last', async () => {
    expect(await collect(VILLAGE)).toMatchObject({
      region: { code: VILLAGE, name: '乌停村' },
      submissions: 5,
      people: 2,
      submissionsBefore: 2,
      aspects: [
        { topic: 'elder_care', aspect: 'meals', count: 2 },
        { topic: 'healthcare', aspect: 'medicines', count: 2 },
        { topic: 'healthcare', aspect: 'doctors', count: 1 },
      ],
      satisfaction: { counts: [1, 0, 1, 1, 1], mean: 2.75 },
      open: 6,
      rates: {
        responded: { count: 1, of: 4 },
        resolved: { count: 1, of: 4 },
        confirmed: { count: 0, of: 1, silent: 1 },
        satisfied: { count: 0, of: 0 },
      },
    })
  })

  it('compares the topics with the week before', async () => {
    const facts = await collect(VILLAGE)
    expect(new Set(facts?.topics)).toEqual(
      new Set([
        { topic: 'healthcare', count: 2, before: 1 },
        { topic: 'schooling', count: 1, before: 1 },
        { topic: 'elder_care', count: 2, before: 0 },
      ]),
    )
  })

  it('tells the newest, what was answered and what waits too long, without what was erased', async () => {
    const facts = await collect(VILLAGE)
    const ids = (cases: { submissionId: string }[] = []) => cases.map(({ submissionId }) => submissionId)
    expect(facts?.newest.of).toBe(4)
    expect(ids(facts?.newest.cases)).toEqual(['n4', 'n3', 'n2', 'n1'].map(idOf))
    expect(facts?.newest.cases[3]).toMatchObject({
      number: 4,
      urgency: 'this_month',
      direct: false,
      endorsements: 3,
    })
    expect(facts?.newest.cases[0]).toMatchObject({ endorsements: 0 })
    expect(facts?.answered.of).toBe(2)
    expect(ids(facts?.answered.cases)).toEqual(['n2', 'b2'].map(idOf))
    expect(facts?.answered.cases[1]).toMatchObject({ answer: '校车改停村口', aspects: ['school_bus'] })
    expect(facts?.overdue.of).toBe(3)
    expect(facts?.overdue.cases.map(({ submissionId, daysOver }) => [submissionId, daysOver])).toEqual([
      [idOf('n3'), 3],
      [idOf('old'), 3],
      [idOf('n4'), 1],
    ])
  })

  it('gives the township what was kept from the village, and rolls its villages up', async () => {
    expect(await collect(TOWNSHIP)).toMatchObject({
      submissions: 7,
      people: 4,
      satisfaction: { counts: [1, 1, 1, 1, 1], mean: 3 },
      newest: {
        of: 6,
        cases: [
          { submissionId: idOf('o1'), number: 1, direct: false, village: { name: '薛店村' } },
          { submissionId: idOf('n4') },
          { submissionId: idOf('t1'), number: 1, direct: true, village: { name: '乌停村' } },
          { submissionId: idOf('n3') },
          { submissionId: idOf('n2') },
        ],
      },
      open: 8,
      overdue: { of: 3 },
      // the neighbour's one may still be accepted in time
      rates: {
        responded: { count: 2, of: 5 },
        resolved: { count: 1, of: 6 },
        confirmed: { count: 0, of: 1, silent: 1 },
        satisfied: { count: 0, of: 0 },
      },
    })
    expect(await collect(COUNTY)).toMatchObject({ submissions: 7, people: 4, open: 8 })
  })

  it('compares a running period with the same stretch of the one before', async () => {
    const now = at('11-20 10:00')
    const facts = async (asOf: Date) =>
      await collectDigestFacts(database.prisma, {
        regionCode: VILLAGE,
        period: currentPeriod('weekly', asOf, TIME_ZONE),
        interim: true,
        asOf,
      })
    // b2 came on Sunday
    expect(await facts(now)).toMatchObject({ submissions: 3, submissionsBefore: 1, interim: true })
    expect((await facts(now))?.topics).toHaveLength(2)
    // what comes at this very instant is in it
    expect(await facts(at('11-21 08:00'))).toMatchObject({ submissions: 4 })
    expect(await facts(at('11-16 00:00'))).toMatchObject({ submissions: 1, submissionsBefore: 0 })
  })

  it('finds nothing in a quiet village and nothing of an unknown one', async () => {
    expect(await collect(FAR_VILLAGE)).toMatchObject({
      submissions: 0,
      people: 0,
      submissionsBefore: 0,
      topics: [],
      aspects: [],
      satisfaction: { counts: [0, 0, 0, 0, 0], mean: null },
      newest: { of: 0, cases: [] },
      answered: { of: 0, cases: [] },
      overdue: { of: 0, cases: [] },
      open: 0,
      rates: {
        responded: { count: 0, of: 0 },
        resolved: { count: 0, of: 0 },
        confirmed: { count: 0, of: 0, silent: 0 },
        satisfied: { count: 0, of: 0 },
      },
    })
    expect(await collect('140899')).toBeNull()
    expect(await collect(OTHER_VILLAGE)).toMatchObject({
      submissions: 1,
      rates: { responded: { count: 0, of: 0 } },
    })
  })
})
