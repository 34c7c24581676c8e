import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('a button that throws a half-filled card away, pressed when another one is', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  const villages = VILLAGES.values()
  const resident = async () => {
    const person = way.telegram.person({ firstName: '两窗人' })
    await person.openLink(`v${villages.next().value}`)
    await walk(person, ['好，开始', '看病吃药', '我自己'])
    return person
  }
  const topicOf = async (person: Actor) =>
    await way.withDatabase(async ({ prisma }) => {
      const draft = await prisma.draft.findFirst({ where: { person: { telegramId: BigInt(person.id) } } })
      return draft && [draft.topic, Object.keys((draft.state as { answers: object }).answers)]
    })

  test('below /cancel gives up the card that it spoke of, and no other', async () => {
    const person = await resident()
    await person.say('/cancel')
    const giveUp = person.button('不提了')
    await person.press('接着填')
    await person.say('/cancel')
    await person.press('不提了')
    expect(person.screen().text).toContain('这张不要了')
    await walk(person, ['孩子上学', '孩子'])
    await person.pressSeen(giveUp)
    expect(await topicOf(person)).toEqual(['schooling', ['about']])
  })

  test('as it stood below /cancel before it named a card, asks again', async () => {
    const person = await resident()
    const messageId = await way.telegram.post(person.chatId, 'drop-draft')
    await person.pressSeen({ messageId, label: '…', data: 'drop-draft' })
    expect(person.screen().text).toContain('“看病吃药”这张先停在这里')
    expect(await topicOf(person)).toEqual(['healthcare', ['about']])
  })

  test('in the other window asks again before another topic begins', async () => {
    const person = await resident()
    await person.say('/feedback')
    await person.press('老人照护')
    const anew = person.button('重新来')
    await person.say('/feedback')
    await walk(person, ['孩子上学', '重新来', '孩子'])
    await person.pressSeen(anew)
    const asked = way.telegram.world.message(person.chatId, anew.messageId)
    expect(asked?.text).toContain('您有一张“孩子上学”还没填完')
    expect(await topicOf(person)).toEqual(['schooling', ['about']])
    const [again] = asked?.reply_markup?.inline_keyboard[1] ?? []
    const data = again && 'callback_data' in again ? again.callback_data : ''
    await person.pressSeen({ ...anew, data })
    expect(await topicOf(person)).toEqual(['elder_care', []])
  })

  test('the same for a card that is filled in for somebody else', async () => {
    const person = await resident()
    await person.say('/feedback')
    await walk(person, ['帮别人提', '邻居', '不说名字', '老人照护'])
    const anew = person.button('重新来')
    await person.say('/feedback')
    await walk(person, ['孩子上学', '重新来', '孩子'])
    await person.pressSeen(anew)
    expect(await topicOf(person)).toEqual(['schooling', ['about']])
  })

  test('ends what was asked below a case: what is said then is for the card', async () => {
    const person = await resident()
    await walk(person, ['药品不全', '下一步', /^🙁/, '就这些', '✅ 提交', '再说一件'])
    const menu = person.button('老人照护')
    await walk(person, ['孩子上学', '孩子', '校车', '下一步', /^🙁/, '跳过', '跳过'])
    await person.say('/mine')
    await walk(person, ['🔎', '补充几句'])
    await person.pressSeen(menu)
    await person.say('校车老是不来')
    const [additions, topic] = await way.withDatabase(async ({ prisma }) => [
      await prisma.addition.count({ where: { submission: { person: { telegramId: BigInt(person.id) } } } }),
      await prisma.draft.findFirst({ where: { person: { telegramId: BigInt(person.id) } } }),
    ])
    expect(additions).toBe(0)
    expect(JSON.stringify(topic?.state)).toContain('校车老是不来')
  })

  test('no sentence is asked for on a menu where it could not become a card of its own', async () => {
    const person = await resident()
    await person.say('/feedback')
    expect(person.screen().text).not.toContain('直接发一句话')
    await person.say('/cancel')
    await person.press('不提了')
    expect(person.screen().text).toContain('直接发一句话')
  })

  endOfScenario(() => way, ['两窗人'])
})
