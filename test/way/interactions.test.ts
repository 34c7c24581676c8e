import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { type Step, walk } from '../support/walk.ts'
import { completeCards, type Topic } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE, VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** At most so many presses and messages after the link was opened, which Telegram itself sends as /start. */
const MOST = { complete: 14, shortest: 8 }

describe('how much it takes from the village link to the receipt', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  /** in a village of their own, where nobody has said anything similar before */
  const villages = VILLAGES.filter((code) => code !== VILLAGE).values()
  const count = async (steps: readonly Step[]): Promise<number> => {
    const resident = way.telegram.person({ firstName: '数数' })
    await resident.openLink(`v${villages.next().value}`)
    const opened = resident.interactions
    await walk(resident, steps)
    expect(resident.screen().text).toContain('收到了')
    return resident.interactions - opened
  }

  test.each([
    ['healthcare', 13],
    ['schooling', 13],
    ['elder_care', 14],
  ] as [Topic, number][])('a complete card of %s takes %i presses and messages', async (topic, exactly) => {
    const taken = await count(['好，开始', ...completeCards[topic].steps('说说')])
    expect(taken).toBe(exactly)
    expect(taken).toBeLessThanOrEqual(MOST.complete)
  })

  test.each([
    ['看病吃药', '药品不全'],
    ['孩子上学', '校车'],
    ['老人照护', '助餐'],
  ])('the shortest sensible way through %s takes 8', async (topic, aspect) => {
    const taken = await count(['好，开始', topic, '我自己', aspect, '下一步', /^🙁/, '就这些', '✅ 提交'])
    expect(taken).toBe(MOST.shortest)
  })

  test('whoever agreed before is not asked again, by the link or by the button below the receipt', async () => {
    const resident = way.telegram.person({ firstName: '回头客' })
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, ['好，开始', ...completeCards.healthcare.steps('第一回')])
    const before = resident.interactions
    await walk(resident, ['再说一件', ...completeCards.healthcare.steps('第二回')])
    expect(resident.interactions - before).toBe(13)
    await resident.openLink(`v${VILLAGE}`)
    expect(resident.screen().text).toContain('想说哪方面')
  })

  endOfScenario(() => way, ['数数', '回头客', '第一回', '第二回'])
})
