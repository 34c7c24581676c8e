import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { MOST_CARDS_A_DAY } from '../../src/feedback/is-day-full.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { completeCards } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const DAY_MS = 24 * 3600 * 1000

describe('whoever submits more in a day than anybody has to say', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
  })
  afterAll(() => way?.close())

  test('is told so and keeps the card, which goes in a day later', async () => {
    const person = way.telegram.person({ firstName: '话多人' })
    await person.openLink(`v${VILLAGE}`)
    await person.press('好，开始')
    const who = { person: { telegramId: BigInt(person.id) } }
    await way.withDatabase(async ({ prisma }) => {
      const { id: personId } = await prisma.person.findUniqueOrThrow({ where: who.person })
      await prisma.submission.createMany({
        data: Array.from({ length: MOST_CARDS_A_DAY }, () => ({
          id: randomUUID(),
          personId,
          villageCode: VILLAGE,
          topic: 'other',
          cardVersion: 1,
          aspects: [],
          answers: {},
          urgency: 'not_said' as const,
          visibility: 'committee' as const,
          receipt: randomUUID(),
          createdAt: new Date(),
        })),
      })
    })

    const { steps, row } = completeCards.healthcare
    await walk(person, steps('村里没有降压药').slice(0, -1))
    for (const _ of ['once', 'again']) {
      expect(await person.press('✅ 提交')).toMatchObject({ text: expect.stringContaining('这张卡给您留着') })
      expect(person.screen().text).toContain('这张卡给您留着')
      expect(person.screen().text).toContain('村里没有降压药')
    }

    await way.withDatabase(async ({ prisma }) => {
      expect(await prisma.submission.count({ where: who })).toBe(MOST_CARDS_A_DAY)
      await prisma.submission.updateMany({
        where: who,
        data: { createdAt: new Date(Date.now() - DAY_MS) },
      })
    })
    await person.press('✅ 提交')
    const receipt = receiptOn(person).replace('-', '')
    const kept = await way.withDatabase(({ prisma }) => prisma.submission.findUnique({ where: { receipt } }))
    expect(kept).toMatchObject(row('村里没有降压药'))
  })

  endOfScenario(() => way, ['话多人', '降压药'])
})
