import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor, SeenButton } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, type Step, walk } from '../support/walk.ts'
import { completeCards, submissionFacts, topics } from './cards.ts'
import { allButtons, disturb, placeOf } from './disturb.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('wrong input at every question', () => {
  let way: OneProcessWay
  const people = new Map<string, Actor>()
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  test.each(topics)('is answered clearly or ignored all the way through %s', async (topic) => {
    const actor = way.telegram.person({ firstName: '糊涂人' })
    people.set(topic, actor)
    const [topicButton = '', ...steps] = completeCards[topic].steps('说说')
    await actor.openLink(`v${VILLAGE}`)
    const consent = actor.button('好，开始')
    await walk(actor, ['好，开始', topicButton])

    // the first old button there is shows the menu, from which one goes on
    await actor.pressSeen(consent)
    await actor.press('接着填')

    let earlier: SeenButton[] = []
    for (const step of steps.slice(0, -1)) {
      const place = placeOf(actor)
      await disturb(actor, earlier)
      const here = allButtons(actor)
      await takeTwice(actor, step)
      if (placeOf(actor) !== place) earlier = here
    }
    await disturb(actor, earlier)

    const [submit] = allButtons(actor)
    const atReview = allButtons(actor)
    if (!submit) throw new Error('no button')
    await Promise.all([actor.pressSeen(submit), actor.pressSeen(submit)])
    const receipt = receiptOn(actor)
    // whatever was left of the card leads to the receipt
    for (const button of [...earlier, ...atReview]) {
      await actor.pressSeen(button)
      expect(receiptOn(actor)).toBe(receipt)
    }
    await actor.edit(
      actor.messages().find((message) => message.text === '说说')?.message_id ?? 0,
      '改了也没用',
    )
  })

  test('the cards are in the database as they were meant', async () => {
    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({ select: submissionFacts, orderBy: { createdAt: 'asc' } }),
    )
    expect(rows).toEqual(topics.map((topic) => completeCards[topic].row('说说')))
  })

  test('words that are corrected afterwards count as corrected, as long as the card is open', async () => {
    const actor = way.telegram.person({ firstName: '细心人' })
    await actor.openLink(`v${VILLAGE}`)
    await walk(actor, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '跳过', '跳过'])
    const said = await actor.say('药不全')
    await actor.edit(said.message_id, '降压药不全')
    await actor.press('就这些')
    expect(actor.screen().text).toContain('“降压药不全”')
    await actor.edit(said.message_id, '降压药和糖尿病药不全')
    expect(actor.screen().text).toContain('“降压药和糖尿病药不全”')
    expect(actor.screen().labels).toContain('✅ 提交')
  })

  endOfScenario(() => way, ['糊涂人', '细心人', '说说', '药不全', '改了也没用'])
})

/** Takes the right step, but as people with a slow line do: twice at once, then with another button at the same time. */
async function takeTwice(actor: Actor, step: Step): Promise<void> {
  const place = placeOf(actor)
  const isWords = typeof step !== 'string' && !(step instanceof RegExp)
  const right = isWords ? actor.button('跳过') : actor.button(step)
  await Promise.all([actor.pressSeen(right), actor.pressSeen(right)])
  if (placeOf(actor) === place) {
    // a tick: both presses wanted it ticked
    expect(actor.screen().labels.filter((label) => label.startsWith('✅'))).toHaveLength(1)
    const others = allButtons(actor).filter(({ label }) => label.startsWith('⬜'))
    await Promise.all(others.slice(0, 2).map((other) => actor.pressSeen(other)))
    expect(actor.screen().labels.filter((label) => label.startsWith('✅'))).toHaveLength(3)
    for (const other of others.slice(0, 2)) await actor.press(other.label.replace('⬜', '✅'))
    return
  }
  const next = placeOf(actor)
  await actor.press('返回')
  expect(placeOf(actor)).toBe(place)
  const other = allButtons(actor).find(({ data }) => data !== right.data)
  if (!other) throw new Error('no other button')
  const answers = await Promise.all([actor.pressSeen(right), actor.pressSeen(other)])
  expect(answers[1]).toMatchObject({ text: '这一步已经过了，请看现在这一题。' })
  expect(placeOf(actor)).toBe(next)
  if (!isWords) return
  await actor.press('返回')
  await actor.send(step)
  expect(placeOf(actor)).toBe(next)
}
