import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const SHORT_WAY = ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交']

describe('nobody waits for a stranger, by polling', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  const messagesTo = (chatId: number) =>
    way.telegram.world.calls().filter(({ method, params }) => {
      const { chat_id } = (params ?? {}) as { chat_id?: unknown }
      return method === 'sendMessage' && Number(chat_id) === chatId
    })

  test('while Telegram lets one chat wait, others fill in whole cards; the one is answered in the end, once', async () => {
    const { world } = way.telegram
    const slow = way.telegram.person({ firstName: '王慢慢' })
    world.failNext({
      method: 'sendMessage',
      times: 1,
      errorCode: 429,
      description: 'Too Many Requests: retry after 12',
      parameters: { retry_after: 12 },
    })
    const opened = slow.openLink(`v${VILLAGE}`)
    const quick = way.telegram.person({ firstName: '李快快' })
    world.deepLink(quick.id, `v${VILLAGE}`)
    await quick.waitFor(/乌停村/)
    // a press is answered when its screen is there; its update is confirmed only behind the one that waits
    for (const label of SHORT_WAY) await quick.pressAndLeave(label)
    expect(quick.screen().text).toContain('收到了')
    expect(messagesTo(slow.id).filter(({ ok }) => ok)).toEqual([])
    await opened
    expect(slow.screen().labels).toContain('✅ 好，开始')
    expect(messagesTo(slow.id).map(({ ok }) => ok)).toEqual([false, true])
  })

  test('sixty long texts of one person in one go keep nobody from being answered', async () => {
    const talker = way.telegram.person({ firstName: '长谈人' })
    await talker.openLink(`v${VILLAGE}`)
    await talker.press('好，开始')
    for (let i = 0; i < 60; i += 1)
      talker.sendAndLeave({ text: `${i} ${'村里的事一句说不完，'.repeat(400)}` })
    // whoever comes in the same batch of updates would be answered by any program: this one comes later
    const fromTalker = () =>
      way.telegram.world.givenUpdates().filter(({ message }) => message?.from?.id === talker.id)
    await until(() => fromTalker().some(({ message }) => message?.text?.startsWith('59 ')), {
      what: 'the bot has fetched all of it',
      within: LONGEST_TEST_MS,
    })
    const other = way.telegram.person({ firstName: '后来人' })
    way.telegram.world.deepLink(other.id, `v${VILLAGE}`)
    await other.waitFor(/乌停村/)
    const left = way.telegram.world.pendingUpdates().filter(({ message }) => message?.from?.id === talker.id)
    expect(left.length).toBeGreaterThan(0)
    await until(() => way.telegram.world.pendingUpdates().length === 0, {
      what: 'all of it is dealt with',
      within: LONGEST_TEST_MS,
    })
  })

  test('a forged press that means nothing is tried twice at most and holds up nobody', async () => {
    const { world } = way.telegram
    const forger = way.telegram.person({ firstName: '捣蛋鬼' })
    await forger.openLink(`v${VILLAGE}`)
    const screen = forger.screen()
    for (const data of [
      'vn:-:0:\u0000',
      'menu\u0000',
      'vn:-:0:\ud800',
      'c:00000000:c:about:me',
      '\ufffd'.repeat(20),
    ])
      await world.press(forger.id, forger.id, screen.messageId, data, { stale: true })
    const group = world.addGroup({ title: '闲聊群', administrators: [forger.id] })
    world.addBot(group, forger.id)
    await way.telegram.quiet()
    const said = world.history(group).findLast(({ from }) => from?.is_bot)
    for (const data of ['menu', 'mine', 'm:0', 'villages', 'resume'])
      await world.press(forger.id, group, said?.message_id ?? 1, data, { stale: true })
    const other = way.telegram.person({ firstName: '好人' })
    await other.openLink(`v${VILLAGE}`)
    expect(other.screen().labels).toContain('✅ 好，开始')
    expect(way.output()).not.toContain('an update failed')
  })
})
