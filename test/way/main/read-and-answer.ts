import { expect, test } from 'vitest'
import { until } from '../../support/until.ts'
import { type Cast, WORDS } from './cast.ts'

/** The committee reads, takes up and answers; the administrator asks. */
export function readAndAnswer(of: () => Cast): void {
  test('the digest in the channel speaks of what was said, and keeps back what is not for the village', async () => {
    const { committee } = of()
    await committee.say('/digest')
    const digest = await committee.waitFor(/本周到现在的意见/)
    expect(digest.text).toContain('2 条，2 位村民')
    expect(digest.text).toContain('🏥 医疗 1')
    expect(digest.text).toContain('🏫 教育 1')
    expect(digest.text).toContain('降压药常常断')
    expect(digest.text).toContain('The bus stops')
    expect(digest.text).not.toContain(WORDS.zhao)
    expect(digest.text).not.toContain(WORDS.li)
  })

  test('the digest of the township also speaks of what was kept from the village', async () => {
    const { township } = of()
    await township.say('/digest')
    const digest = await township.waitFor(/高村镇.*本周到现在的意见/)
    expect(digest.text).toContain('3 条，3 位村民')
    expect(digest.text).toContain(WORDS.zhao)
    expect(digest.text).toContain('🔒')
  })

  test('a case is accepted and answered in the channel, and its resident is told each time', async () => {
    const { committee, wang, receipts } = of()
    await committee.press('逐条办理')
    expect(committee.screen().text).toContain('还有 2 件没办完')
    await committee.press('A01')
    expect(committee.screen().text).toContain(WORDS.wangWish)
    expect((await committee.press('受理')).text).toContain('受理了')
    expect((await wang.waitFor(/有人接了/)).text).toContain(receipts.wang)

    await committee.press('答复…')
    await committee.reply(WORDS.answer)
    expect(committee.screen().text).toContain('A01 的答复已经转给村民')
    expect((await wang.waitFor(/有答复/)).text).toContain(WORDS.answer)
    await wang.say(receipts.wang)
    expect(wang.screen().text).toContain(`有答复了\n答复：${WORDS.answer}`)
    // a post that nobody asked for is none of the bot's business
    const before = committee.screen()
    await committee.say('明天下午开会')
    expect(committee.screen().messageId).toBe(before.messageId)
  })

  test('the resident whose client speaks English is told in English', async () => {
    const { committee, emma, receipts } = of()
    await committee.say('/cases')
    await committee.press('A02')
    await committee.press('受理')
    const news = await emma.waitFor(/^👀/)
    expect(news.text).toContain(`(${receipts.emma}) was accepted`)
  })

  test('/query leads an administrator by topic, region, period and status to the entries', async () => {
    const { administrator } = of()
    await administrator.say('/query')
    await administrator.press('看病吃药')
    await administrator.press('万荣县')
    await administrator.press('高村镇')
    await administrator.press('乌停村')
    await administrator.press('近一个月')
    await administrator.press('还没答复')
    expect(administrator.screen().text).toContain('乌停村')
    expect(administrator.screen().text).toContain('1 条，1 人，平均 1.0 分')
    await administrator.press('换状态')
    await administrator.press('全部')
    expect(administrator.screen().text).toMatch(/2 条，2 人[\s\S]*药品不全 1/)
    await administrator.press('看原话')
    expect(administrator.screen().text).toContain(WORDS.wang)
    expect(administrator.screen().text).toContain(WORDS.zhao)
    expect(administrator.screen().text).not.toContain('王秀英')
    await administrator.press('回到汇总')
    await administrator.press('搜词')
    await administrator.say('降压药')
    expect(administrator.screen().text).toContain('1 条，1 人')
    await administrator.say('/query 午饭')
    await administrator.press('看原话')
    expect(administrator.screen().text).toContain(WORDS.li)
  })

  test('/query and /digest all tell somebody who is no administrator kindly, and nothing more', async () => {
    const { emma, wang } = of()
    for (const command of ['/query', '/query 降压药', '/digest all']) {
      await wang.say(command)
      expect(wang.screen().text).toBe('这一项是给管理员用的。您可以用 /feedback 说件事，用 /mine 看结果。')
    }
    await emma.say('/query')
    expect(emma.screen().text).toContain('That is for administrators')
  })

  test('/digest all posts in every linked channel', async () => {
    const { administrator, committee, township } = of()
    const digests = (actor: Cast['committee']) =>
      actor.messages().filter((message) => message.text?.includes('本周到现在的意见')).length
    expect([digests(committee), digests(township)]).toEqual([1, 1])
    await administrator.say('/digest all')
    expect(administrator.screen().text).toContain('正在发往 2 个频道')
    await until(() => digests(committee) === 2 && digests(township) === 2, { what: 'both digests' })
  })
}
