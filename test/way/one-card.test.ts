import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Actor, SeenButton } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('of a half-filled card, whatever menu is pressed,', () => {
  let way: OneProcessWay
  let wang: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
  })
  beforeEach(async () => {
    wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await wang.press('好，开始')
  })
  afterAll(() => way?.close())

  /** the messages that bear a button of a card, which ends with the question's own values */
  const livingCards = () =>
    wang
      .messages()
      .filter((each) =>
        each.reply_markup?.inline_keyboard
          .flat()
          .some((button) => button.text.includes('不提了') || button.text.includes('返回')),
      )
      .map(({ message_id }) => message_id)
  const last = () => wang.messages().at(-1)?.message_id

  test('there is one copy, the last message in the chat, and the old menu has no buttons any more', async () => {
    const topics: SeenButton[] = [wang.button('看病吃药')]
    for (let i = 0; i < 2; i++) {
      await wang.say('/feedback')
      topics.push(wang.button('看病吃药'))
    }
    await walk(wang, ['看病吃药', '我自己'])
    const [first, second] = topics
    if (!first || !second) throw new Error('there are three menus')
    for (const menu of [first, second]) {
      await wang.pressSeen(menu)
      expect(livingCards()).toEqual([last()])
      expect(wang.screen().text).toContain('哪些地方要改进')
      const closed = wang.messages().find(({ message_id }) => message_id === menu.messageId)
      expect(closed?.text).toContain('想说哪方面')
      expect(closed?.reply_markup).toBeUndefined()
    }
    // it goes on from there
    await walk(wang, ['药品不全', '下一步', /^🙁/])
    expect(livingCards()).toEqual([last()])
  })

  test('one that was begun in another menu and has no answers yet leaves no copy behind', async () => {
    const above = wang.button('孩子上学')
    await wang.say('/feedback')
    await wang.press('看病吃药')
    await wang.pressSeen(above)
    expect(livingCards()).toEqual([last()])
    expect(wang.screen().text).toContain('孩子上学')
    await wang.say('/feedback')
    await wang.press('老人照护')
    expect(livingCards()).toEqual([last()])
    expect(wang.screen().text).toContain('老人照护')
  })

  test('one that is begun anew takes the old one out of the chat', async () => {
    await walk(wang, ['看病吃药', '我自己'])
    await wang.say('/feedback')
    await walk(wang, ['老人照护', '重新来'])
    expect(livingCards()).toEqual([last()])
    expect(wang.screen().text).toContain('老人照护')
  })

  endOfScenario(() => way, ['王秀英'])
})
