import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { type Step, walk } from '../support/walk.ts'
import { completeCards, type Topic } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE, VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** What docs/RESIDENT.md says, by card: presses and messages after the link was opened, which Telegram sends as /start. */
const said = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'RESIDENT.md'), 'utf8')
const documented = new Map(
  [...said.matchAll(/^\| (\w[\w ]*) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
    ([, card = '', complete, shortest, quick]) => [
      card,
      { complete: Number(complete), shortest: Number(shortest), quick: Number(quick) },
    ],
  ),
)
const MOST = { complete: 14, shortest: 8, quick: 5 }

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

  test('the table in docs/RESIDENT.md has these cards and these limits', () => {
    expect([...documented.keys()]).toEqual([...Object.keys(completeCards), 'at most'])
    expect(documented.get('at most')).toEqual(MOST)
  })

  test.each(Object.keys(completeCards) as Topic[])('a complete card of %s', async (topic) => {
    const taken = await count(['好，开始', ...completeCards[topic].steps('说说')])
    expect(taken).toBe(documented.get(topic)?.complete)
    expect(taken).toBeLessThanOrEqual(MOST.complete)
  })

  test.each([
    ['healthcare', '看病吃药', '药品不全'],
    ['schooling', '孩子上学', '校车'],
    ['elder_care', '老人照护', '吃饭难'],
    ['other', '别的事', '路灯'],
  ])('the shortest sensible way through %s', async (topic, label, aspect) => {
    const taken = await count(['好，开始', label, '我自己', aspect, '下一步', /^🙁/, '就这些', '✅ 提交'])
    expect(taken).toBe(documented.get(topic)?.shortest)
    expect(taken).toBeLessThanOrEqual(MOST.shortest)
  })

  test.each([
    ['healthcare', '看病吃药', '卫生院的医生太少，看病要等一上午'],
    ['schooling', '孩子上学', '娃上学的校车停了，来回要走十里路'],
    ['elder_care', '老人照护', '老人一个人在家，没人做饭'],
    ['other', '别的事', '村口的路灯坏了两个月'],
  ])('the quick way to %s', async (topic, label, sentence) => {
    const resident = way.telegram.person({ firstName: '快嘴' })
    await resident.openLink(`v${villages.next().value}`)
    await resident.press('好，开始')
    const before = resident.interactions
    await walk(resident, [{ text: sentence }, label, '✅ 提交'])
    expect(resident.screen().text).toContain('收到了')
    const taken = resident.interactions - before
    expect(taken).toBe(documented.get(topic)?.quick)
    expect(taken).toBeLessThanOrEqual(MOST.quick)
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
