import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { collectPublicFigures } from '../../src/digests/collect-public-figures.ts'
import { deliverPrivateDigest } from '../../src/digests/deliver-private-digest.ts'
import { lastFullPeriod } from '../../src/digests/period.ts'
import { planPrivateDigests } from '../../src/digests/plan-private-digests.ts'
import { hideSmallGroups, SMALLEST_GROUP } from '../../src/privacy/hide-small-groups.ts'
import { engines } from '../support/databases.ts'
import { fc } from '../support/properties.ts'
import {
  addCase,
  addRegions,
  at,
  countingRandom,
  FAR_VILLAGE,
  idOf,
  OTHER_VILLAGE,
  TIME_ZONE,
  texts,
  VILLAGE,
} from './support/digest-rows.ts'
import { MONDAY } from './support/example-week.ts'
import { scriptedSender } from './support/scripted-sender.ts'

const WEEKLY = { cadence: 'weekly', timeZone: TIME_ZONE } as const
const READER = { id: idOf('reader'), telegramId: 77n, homeVillageCode: VILLAGE, createdAt: at('11-01 00:00') }

describe('hideSmallGroups', () => {
  it.each([
    [
      [7, 6, 5],
      [7, 6, 5],
    ],
    [[7, 6, 4], [7]],
    [[7, 6, 1], [7]],
    [[9, 3, 2], []],
    [[9, 6, 3, 2], [9]],
    [[9, 3, 1], []],
    [[9, 4], []],
    [[9, 4, 0], []],
    [[9, 0, 0], [9]],
    [[], []],
  ])('of %j shows %j', (sizes, shown) => {
    expect(hideSmallGroups(sizes.map((people) => ({ people }))).map(({ people }) => people)).toEqual(shown)
  })

  it('never leaves a remainder that is one group, or that may be fewer people than the smallest group', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 6 }), (sizes) => {
        const groups = sizes.map((people) => ({ people }))
        const shown = hideSmallGroups(groups)
        const hidden = groups.filter((group) => group.people > 0 && !shown.includes(group))
        expect(shown.every(({ people }) => people >= SMALLEST_GROUP)).toBe(true)
        if (shown.length > 0 && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThan(1)
          expect(Math.max(...hidden.map(({ people }) => people))).toBeGreaterThanOrEqual(SMALLEST_GROUP)
        }
      }),
    )
  })
})

describe.each(engines)('digests of followed villages on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    const { prisma } = database
    await addRegions(prisma)
    const elders = { topic: 'elder_care', aspects: ['meals'] }
    const schooling = { topic: 'schooling', aspects: ['school_bus'] }
    // six people on healthcare, five on elder care, two on schooling; six of the thirteen are answered
    for (let i = 0; i < 6; i++)
      await addCase(prisma, {
        name: `h${i}`,
        person: `h${i}`,
        at: at('11-17 09:00'),
        words: '降压药常常断',
        acceptedAt: at('11-17 10:00'),
        answeredAt: at('11-18 10:00'),
        answer: '备足三种药',
      })
    for (let i = 0; i < 5; i++)
      await addCase(prisma, { name: `e${i}`, person: `e${i}`, at: at('11-18 09:00'), ...elders })
    for (let i = 0; i < 2; i++)
      await addCase(prisma, { name: `s${i}`, person: `s${i}`, at: at('11-19 09:00'), ...schooling })
    // neither of the period nor of the village's own
    await addCase(prisma, { name: 'before', person: 'h0', at: at('11-15 23:59') })
    await addCase(prisma, { name: 'direct', person: 'd0', at: at('11-19 09:00'), visibility: 'township' })
    for (let i = 0; i < 4; i++)
      await addCase(prisma, { name: `o${i}`, person: `o${i}`, at: at('11-19 09:00'), village: OTHER_VILLAGE })
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    const { prisma } = database
    await prisma.person.deleteMany({ where: { id: READER.id } })
    await prisma.person.create({ data: READER })
    await follow(VILLAGE)
  })

  let runs = 0
  const follow = (villageCode: string, digestWanted = true) =>
    database.prisma.followedVillage.create({
      data: { personId: READER.id, villageCode, digestWanted, createdAt: at('11-02 00:00') },
    })
  const plan = (now = MONDAY) =>
    planPrivateDigests(
      { prisma: database.prisma, clock: { now: () => now }, random: countingRandom(`private ${++runs}`) },
      WEEKLY,
    )
  const deliver = (sender: ReturnType<typeof scriptedSender>['sender'], id: string) =>
    deliverPrivateDigest(
      { prisma: database.prisma, clock: { now: () => MONDAY }, texts, sender, ...WEEKLY },
      id,
    )
  const reader = () => database.prisma.person.findUniqueOrThrow({ where: { id: READER.id } })

  it('tell what many said, and hide the two smallest topics', async () => {
    const period = lastFullPeriod('weekly', MONDAY, TIME_ZONE)
    expect(await collectPublicFigures(database.prisma, { villageCode: VILLAGE, period })).toEqual({
      total: { submissions: 13, people: 13 },
      topics: [{ topic: 'healthcare', count: 6 }],
      answered: { count: 6, fixed: 0 },
    })
    expect(await collectPublicFigures(database.prisma, { villageCode: OTHER_VILLAGE, period })).toEqual({
      total: null,
      topics: [],
      answered: null,
    })
  })

  it('take erased cards for nobody: four of them and one neighbour are no five people', async () => {
    const { prisma } = database
    const [village, period] = [FAR_VILLAGE, lastFullPeriod('weekly', MONDAY, TIME_ZONE)]
    const figures = () => collectPublicFigures(prisma, { villageCode: village, period })
    const add = (name: string, person: string | null) =>
      addCase(prisma, { name, person, village, at: at('11-18 09:00'), erased: person === null })
    for (let i = 0; i < 4; i++) await add(`gone${i}`, null)
    await add('q0', 'q0')
    expect(await figures()).toEqual({ total: null, topics: [], answered: null })
    for (let i = 1; i < 5; i++) await add(`q${i}`, `q${i}`)
    expect(await figures()).toMatchObject({ total: { submissions: 9, people: 5 } })
  })

  it('come in the person’s language, without anybody’s words', async () => {
    await database.prisma.person.update({ where: { id: READER.id }, data: { locale: 'en' } })
    await follow(OTHER_VILLAGE)
    const { ids } = await plan()
    const { sender, posts } = scriptedSender()
    for (const id of ids) await deliver(sender, id)
    const [first = '', second = ''] = posts.map(({ message }) => message.text).sort()
    const [few, many] = first.includes('Fewer') ? [first, second] : [second, first]
    expect(many).toContain('13 residents said 13 things')
    expect(many).toContain('You said → we did: 6')
    expect(few).toContain('Fewer than 5 people')
    expect(few).not.toMatch(/\b4\b/)
    expect(many + few).not.toMatch(/降压药|备足/)
    expect(posts.map(({ chatId }) => chatId)).toEqual([77, 77])
    expect(posts[0]?.message.buttons?.[0]?.[0]).toMatchObject({ data: expect.stringMatching(/^w:\d{12}$/) })
  })

  it('are planned and sent once for a person, a village and a period', async () => {
    const planned = await Promise.all([plan(), plan()])
    expect(planned.reduce((sum, { created }) => sum + created, 0)).toBe(1)
    const [id = ''] = (await plan()).ids
    const { sender, posts } = scriptedSender()
    const kinds = (await Promise.all([deliver(sender, id), deliver(sender, id)])).map(({ kind }) => kind)
    expect(kinds.sort()).toEqual(['not_claimed', 'sent'])
    expect(posts).toHaveLength(1)
    expect(await plan()).toEqual({ ids: [], created: 0, lost: 0 })
    expect(await plan(at('11-30 08:00'))).toMatchObject({ created: 1 })
  })

  it('are not sent again when the answer was lost, and are given up after a crash', async () => {
    const [id = ''] = (await plan()).ids
    const { sender, posts } = scriptedSender({ kind: 'unknown' })
    expect(await deliver(sender, id)).toEqual({ kind: 'unknown' })
    expect(await deliver(sender, id)).toEqual({ kind: 'not_claimed' })
    expect(posts).toHaveLength(1)
    await database.prisma.privateDigest.updateMany({ data: { state: 'sending', sentAt: MONDAY } })
    expect(await plan(new Date(MONDAY.getTime() + 600_000))).toEqual({ ids: [], created: 0, lost: 1 })
  })

  it('leave alone whoever is muted, blocked the bot or wants none, also when that comes after the planning', async () => {
    const { prisma } = database
    const set = (data: { mutedAt?: Date | null; blockedAt?: Date | null }) =>
      prisma.person.update({ where: { id: READER.id }, data })
    for (const state of [{ mutedAt: MONDAY }, { mutedAt: null, blockedAt: MONDAY }]) {
      await set(state)
      expect(await plan()).toMatchObject({ ids: [], created: 0 })
    }
    await set({ blockedAt: null })
    const [id = ''] = (await plan()).ids
    await prisma.followedVillage.updateMany({
      where: { personId: READER.id },
      data: { digestWanted: false },
    })
    const { sender, posts } = scriptedSender()
    expect(await deliver(sender, id)).toEqual({ kind: 'nothing' })
    expect(posts).toEqual([])
  })

  it('note a block that shows only now', async () => {
    const [id = ''] = (await plan()).ids
    const { sender } = scriptedSender({ kind: 'refused', code: 'blocked' })
    expect(await deliver(sender, id)).toMatchObject({ kind: 'refused', code: 'blocked' })
    expect((await reader()).blockedAt).toEqual(MONDAY)
  })
})
