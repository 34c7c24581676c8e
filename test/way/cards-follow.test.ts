import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { TOWNSHIP, VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('the cards of one case in several chats', () => {
  let way: OneProcessWay
  let village: Actor
  let township: Actor
  let wang: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    village = await openCommittee(way)
    const administrator = way.telegram.administrator()
    const channel = way.telegram.world.addChannel({ title: '高村镇', administrators: [administrator.id] })
    way.telegram.world.addBot(channel, administrator.id)
    township = administrator.in(channel)
    await way.telegram.quiet()
    await linkChat(township, TOWNSHIP)
    wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await walk(wang, [
      '好，开始',
      '看病吃药',
      '我自己',
      '药品不全',
      '下一步',
      /^🙁/,
      '跳过',
      '跳过',
      '跳过',
      '跳过',
    ])
    await walk(wang, ['很急', '不署名', '✅ 提交'])
    await village.waitFor(/📮 新意见[\s\S]*还没人接/)
  })
  afterAll(() => way?.close())

  const textOf = (actor: Actor, messageId: number) =>
    actor.messages().find(({ message_id }) => message_id === messageId)?.text ?? ''
  const becomes = async (actor: Actor, messageId: number, words: RegExp) =>
    await until(() => words.test(textOf(actor, messageId)), {
      what: () => `${words} in ${JSON.stringify(textOf(actor, messageId))}`,
    })

  test('follow what is done in either, the news of it included', async () => {
    const news = village.screen().messageId
    await township.say('/cases')
    await township.press('A01')
    const card = township.screen().messageId
    await township.press('✅ 受理')
    await becomes(village, news, /📮 新意见[\s\S]*正在办/)
    await village.press('打开这一件')
    await walk(village, ['答复…'])
    await village.reply('今天进药')
    await wang.waitFor(/有答复：\n+今天进药/)
    await becomes(township, card, /^A01[\s\S]*答复了[\s\S]*答复：今天进药/)
    expect(township.screen().labels.filter((label) => label.includes('答复'))).toEqual(['💬 再答复…'])
  })

  test('say once that it was reopened, and there what the resident adds to it', async () => {
    await wang.press('❌ 没有')
    const reopened = await village.waitFor(/没解决，这一件又打开了/)
    await wang.say('架子还是空的')
    await becomes(village, reopened.message_id, /没解决，这一件又打开了[\s\S]*补充：“架子还是空的”/)
    await way.telegram.quiet()
    const told = village.messages().filter((each) => /又打开了|补充了几句/.test(each.text ?? ''))
    expect(told.map(({ message_id }) => message_id)).toEqual([reopened.message_id])
    // what comes behind it is news of its own, and the card keeps both
    await wang.say('/mine')
    await walk(wang, ['🔎', '补充几句'])
    await wang.send({ text: '隔壁村有', afterSeconds: 61 })
    await village.waitFor(/➕ 村民补充了几句[\s\S]*“隔壁村有”/)
    await becomes(village, reopened.message_id, /补充：“架子还是空的”\n补充：“隔壁村有”/)
  })

  test('leave alone a message that shows something else by now', async () => {
    const shown = township.screen().messageId
    // its own card has heard of the last addition, too
    await becomes(township, shown, /隔壁村有/)
    await township.press('回到清单')
    const list = textOf(township, shown)
    expect(list).toContain('件没办完')
    await village.press('打开这一件')
    const card = village.screen().messageId
    await wang.say('/mine')
    await walk(wang, ['🔎', '↩️ 收回', '收回，不用办了'])
    await becomes(village, card, /村民收回了/)
    expect(village.screen().labels).toEqual(['⬅ 回到清单'])
    expect(textOf(township, shown)).toBe(list)
  })

  endOfScenario(() => way, ['王秀英', '架子还是空的'])
})
