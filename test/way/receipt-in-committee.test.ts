import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const OTHER_VILLAGE = '140822105202'

describe('a receipt that is typed in a committee’s chat', () => {
  let way: OneProcessWay
  let committee: Actor
  let elsewhere: Actor
  let receipt: string
  let toTownship: string
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    committee = await openCommittee(way)
    const administrator = way.telegram.administrator()
    const channel = way.telegram.world.addChannel({ title: '邻村', administrators: [administrator.id] })
    way.telegram.world.addBot(channel, administrator.id)
    elsewhere = administrator.in(channel)
    await way.telegram.quiet()
    await linkChat(elsewhere, OTHER_VILLAGE)
    const wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await walk(wang, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交'])
    receipt = receiptOn(wang)
    await walk(wang, [
      '再说一件',
      '老人照护',
      '我自己',
      '吃饭难',
      '下一步',
      /^🙁/,
      '就这些',
      '改一处',
      '给谁看',
    ])
    await walk(wang, ['不给村里看', '✅ 提交'])
    toTownship = receiptOn(wang)
  })
  afterAll(() => way?.close())

  const answerTo = async (actor: Actor, text: string) => {
    const before = actor.messages().length
    const { message_id } = await actor.say(text)
    return actor
      .messages()
      .slice(before)
      .filter((each) => each.message_id !== message_id)
  }

  test.each([
    ['with its dash', () => receipt],
    ['without it, in small letters', () => receipt.replace('-', '').toLowerCase()],
    ['with a full stop', () => `${receipt}。`],
    ['as the line of the bot’s own message', () => `回执 ${receipt}`],
  ])('opens its case, %s', async (_, typed) => {
    const answers = await answerTo(committee, typed())
    expect(answers).toHaveLength(1)
    expect(committee.screen().text).toMatch(/^A01 🏥 药品不全/)
    expect(committee.screen().labels).toContain('💬 答复…')
  })

  test('is unknown where another village reads, and where it is for the township only', async () => {
    expect(await answerTo(elsewhere, receipt)).toMatchObject([{ text: expect.stringContaining('查不到') }])
    const answers = await answerTo(committee, toTownship)
    expect(answers).toMatchObject([{ text: `这里查不到回执 ${toTownship}。也许写错了，也许不归这里管。` }])
  })

  test('with a slip is said to have one, and what is no receipt stays without an answer', async () => {
    const slip = `${receipt.slice(0, -1)}${receipt.endsWith('7') ? '8' : '7'}`
    expect(await answerTo(committee, `回执 ${slip}`)).toMatchObject([
      { text: expect.stringContaining('写错') },
    ])
    for (const words of ['20261124', 'chongqing', '今晚七点，党员到村部开会。', '13812345678'])
      expect(await answerTo(committee, words)).toEqual([])
  })

  test('is an answer where it replies to the question for one', async () => {
    await committee.say(receipt)
    await committee.press('答复…')
    await committee.reply(receipt)
    await committee.waitFor(/A01 的答复已经转给村民/)
  })

  endOfScenario(() => way, ['王秀英'])
})
