import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { services } from '../support/databases.ts'
import { importSample } from '../support/import-sample.ts'
import { openTwoProcessWay, type TwoProcessWay } from '../support/open-two-process-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { completeCards, submissionFacts, topics } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { mainWay, mainWaySecrets } from './main/main-way.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const missing = [services.postgres ? '' : 'PostgreSQL', services.redis ? '' : 'Redis'].filter(Boolean)

describe.skipIf(missing.length > 0)(
  `the main way by webhook, two processes on PostgreSQL and Redis${missing.length > 0 ? ` (skipped: no ${missing.join(', no ')} here)` : ''}`,
  () => {
    let way: TwoProcessWay
    beforeAll(async () => {
      way = await openTwoProcessWay()
      await importSample(way.data.env)
      await way.start()
    })
    afterAll(() => way?.close())

    mainWay(() => way)

    test('cards of many people, filled in at the same time through both, arrive whole and once', async () => {
      const before = way.proxy.answered()
      const people = Array.from({ length: 9 }, (_, i) => way.telegram.person({ firstName: `村民${i}` }))
      await Promise.all(
        people.map(async (person, i) => {
          await person.openLink(`v${VILLAGE}`)
          await walk(person, ['好，开始', ...completeCards[topics[i % 3] ?? 'healthcare'].steps(`第${i}张`)])
          expect(person.screen().text).toContain('收到了')
        }),
      )
      const through = way.proxy.answered().map((count, i) => count - (before[i] ?? 0))
      expect(Math.min(...through)).toBeGreaterThan(40)

      const rows = await way.withDatabase(({ prisma }) =>
        prisma.submission.findMany({
          where: { person: { telegramId: { in: people.map(({ id }) => BigInt(id)) } } },
          select: { ...submissionFacts, person: { select: { telegramId: true } } },
        }),
      )
      const byPerson = people.map(({ id }) => rows.filter((row) => Number(row.person?.telegramId) === id))
      expect(byPerson).toEqual(
        people.map(({ id }, i) => [
          {
            ...completeCards[topics[i % 3] ?? 'healthcare'].row(`第${i}张`),
            person: { telegramId: BigInt(id) },
          },
        ]),
      )
    })

    test('a card of which every update arrives at both processes at once is filled in and submitted once', async () => {
      way.proxy.mode = 'to-all'
      const person = way.telegram.person({ firstName: '双胞胎' })
      await person.openLink(`v${VILLAGE}`)
      await walk(person, ['好，开始', ...completeCards.elder_care.steps('两遍')])
      way.proxy.mode = 'in-turns'
      expect(person.screen().text).toContain('收到了')
      // /start keeps nothing, so its screen comes twice; the card does not
      expect(person.messages().filter((message) => message.from?.is_bot)).toHaveLength(2)
      const rows = await way.withDatabase(({ prisma }) =>
        prisma.submission.findMany({
          where: { person: { telegramId: BigInt(person.id) } },
          select: { ...submissionFacts, case: { select: { _count: { select: { events: true } } } } },
        }),
      )
      expect(rows).toEqual([{ ...completeCards.elder_care.row('两遍'), case: { _count: { events: 1 } } }])
    })

    test('one process leaves while people are at work, and the other goes on; nothing is lost', async () => {
      const people = Array.from({ length: 6 }, (_, i) => way.telegram.person({ firstName: `留守人${i}` }))
      const walks = Promise.all(
        people.map(async (person) => {
          await person.openLink(`v${VILLAGE}`)
          await walk(person, ['好，开始', ...completeCards.healthcare.steps('还在')])
        }),
      )
      await until(() => people.every((person) => person.interactions > 4), { what: 'all have begun' })
      expect(await way.stopOne()).toBe(0)
      await walks
      const rows = await way.withDatabase(({ prisma }) =>
        prisma.submission.findMany({ where: { words: '还在' }, select: submissionFacts }),
      )
      expect(rows).toEqual(people.map(() => completeCards.healthcare.row('还在')))
    })

    endOfScenario(() => way, [...mainWaySecrets, '双胞胎', '村民', '两遍', '留守人', '还在'])
  },
)
