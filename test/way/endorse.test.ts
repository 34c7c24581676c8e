import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

const FIRST = '我是王秀英，降压药常常断，要去县里买，打13800138000找我'
const ALIKE = '降压药老是断，得去县里买，来回一整天'
const ANSWER = '王秀英您好，从今天起卫生室备足三种降压药'

describe('somebody else has said it already', () => {
  let way: OneProcessWay
  let committee: Actor
  let wang: Actor
  let li: Actor
  let zhao: Actor
  const person = (firstName: string) => way.telegram.person({ firstName })

  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    committee = await openCommittee(way)
    ;[wang, li, zhao] = [person('王秀英'), person('李建国'), person('赵铁柱')]
  })
  afterAll(() => way?.close())

  /** Up to the review screen. */
  const fill = async (resident: Actor, words: string, who = '不署名') => {
    await resident.openLink(`v${VILLAGE}`)
    if (resident.screen().labels.some((label) => label.includes('好，开始'))) await resident.press('好，开始')
    await walk(resident, ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await walk(resident, [{ text: words }, '跳过', '不急', who])
    expect(resident.screen().text).toContain('请看一遍')
  }

  test('what nobody said before is submitted at once', async () => {
    await fill(wang, FIRST, '署我的名')
    await wang.press('✅ 提交')
    expect(wang.screen().text).toContain('收到了')
  })

  test('what is alike is offered without words, name, number, receipt or alias', async () => {
    await fill(li, ALIKE)
    const { text, labels } = li.screen()
    const offer = text.slice(text.indexOf('村里有人说过类似的'))
    expect(offer).toMatch(/\n\n1\. 🏥 药品不全$/)
    expect(offer).not.toMatch(/王秀英|138|A01|几位|降压药|[0-9A-Z]{4}-[0-9A-Z]{4}/)
    expect(labels.slice(0, 2)).toEqual(['✅ 提交', '👍 第 1 条，我也是'])
  })

  test('"me too" takes the place of the card, and a second press changes nothing', async () => {
    const meToo = li.button('我也是')
    await li.pressSeen(meToo)
    expect(li.screen().text).toContain('记下了，谢谢您')
    await li.pressSeen(meToo)
    expect(li.screen().text).toContain('记下了，谢谢您')
    await li.say('/mine')
    expect(li.screen().text).toMatch(
      /您还没有提过意见。\n\n👍 您说过“我也是”的（1 条）：\n\n💊 药品不全|👍 您说过“我也是”的（1 条）：/,
    )
    expect(li.screen().text).toContain('还没人接')
    expect(li.screen().text).not.toContain('王秀英')
  })

  test('whoever would rather submit their own does so in one press, and loses nothing', async () => {
    await fill(zhao, ALIKE)
    expect(zhao.screen().text).toContain('几位村民也这么说')
    await zhao.press('✅ 提交')
    expect(zhao.screen().text).toContain('收到了')
    await zhao.say('/mine')
    expect(zhao.screen().text).toContain(ALIKE.slice(0, 10))
  })

  test('a card that the village shall not see is not laid beside what the village deals with', async () => {
    const chen = person('陈小妹')
    await fill(chen, ALIKE, '不给村里看')
    await chen.press('✅ 提交')
    expect(chen.screen().text).toContain('收到了')
  })

  test('the committee sees how many, exactly', async () => {
    await committee.say('/digest')
    expect((await committee.waitFor(/本周到现在的意见/)).text).toMatch(/A01[^\n]*👍 1\n/)
    await committee.press('逐条办理')
    await committee.press('A01')
    expect(committee.screen().text).toContain('👍 1')
  })

  test('whoever endorsed hears the news, too, but is asked for no verdict; who muted it does not', async () => {
    const muted = person('孙不语')
    await fill(muted, '降压药断了，得去县里买')
    await muted.press(/条，我也是/)
    await muted.say('/mine')
    await muted.press('🔕')
    const quiet = muted.messages().length

    await committee.press('受理')
    expect((await li.waitFor(/您说过“我也是”的“.*”，有人接了/)).text).not.toContain('降压药')
    await wang.waitFor(/您说的“.*”.*有人接了/)
    await committee.press('答复…')
    await committee.reply(ANSWER)
    const told = await li.waitFor(/您说过“我也是”的“.*”有答复/)
    expect(told.text).toContain('＊您好，从今天起卫生室备足三种降压药')
    expect(told.reply_markup?.inline_keyboard ?? []).toEqual([])
    const owner = await wang.waitFor(/您说的“.*”.*有答复/)
    expect(owner.reply_markup?.inline_keyboard.flat()).toHaveLength(5)
    expect(muted.messages()).toHaveLength(quiet)
  })

  test('what was settled meanwhile can no longer be endorsed, and the card is still there', async () => {
    const wu = person('吴老三')
    await fill(wu, ALIKE)
    await zhao.say('/mine')
    await zhao.press('🔎')
    await walk(zhao, ['↩️ 收回', '不用办了'])
    await wu.press('我也是')
    expect(wu.screen().text).toContain('请看一遍')
    await wu.press('✅ 提交')
    expect(wu.screen().text).toContain('收到了')
  })

  endOfScenario(() => way, ['王秀英', '李建国', '赵铁柱', FIRST, ALIKE, ANSWER])
})
