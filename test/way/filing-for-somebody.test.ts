import QRCode from 'qrcode'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import type { OneProcessWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { BOT_USERNAME } from '../support/telegram-world.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'
import { cardInWords, codeOn, filedFor, fileForRelative, openProxyWay } from './proxy-cards.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const SAID = '降压药常常断，儿子在外地'
const VOICED = '腿不好，走不到食堂'
const VOICE = { voice: { bytes: oggVoice('我同意'), duration: 2 } }

describe('filing for somebody who cannot', () => {
  let way: OneProcessWay
  let committee: Actor
  /** files for others */
  let li: Actor
  /** has never used the bot */
  let zhang: Actor
  let receipt: string
  const person = (firstName: string) => way.telegram.person({ firstName })
  beforeAll(async () => {
    way = await openProxyWay()
    committee = await openCommittee(way)
    li = person('李志愿')
    zhang = person('张老汉')
    await li.openLink(`v${VILLAGE}`)
    await li.press('好，开始')
  })
  afterAll(() => way?.close())

  test('asks one thing a screen before the card, each with a way back, and keeps nothing yet', async () => {
    await walk(li, ['帮别人提', '邻居'])
    expect(li.screen().text).toContain('他愿意说出名字吗')
    await walk(li, ['返回', '返回'])
    expect(li.screen().text).toContain('想说哪方面')
    await walk(li, ['帮别人提', '邻居'])
    await li.say('张大爷13800138000')
    expect(li.screen().text).toContain('只打个名字就行')
    await li.send({ sticker: '🌶' })
    expect(li.screen().text).toContain('只打个名字就行')
    await li.say('张大爷')
    expect(li.screen().text).toMatch(/^🤝 替邻居 张大爷提\n\n他想说哪方面/)
    await li.press('返回')
    expect(li.screen().text).toContain('他愿意说出名字吗')
    await li.say('/cancel')
    expect(li.screen().text).toContain('现在没有没填完的')
    // no name is waited for any more
    await li.say('张大爷')
    expect(li.screen().text).toContain('先选一个话题')
  })

  test('says on every screen for whom it is, and does not mix it up with one’s own card', async () => {
    await walk(li, filedFor(['邻居', { text: '张大爷' }], ['看病吃药']))
    expect(li.screen().text).toMatch(/^🤝 替邻居 张大爷提\n照他的话填：“我自己”就是他本人。/)
    await walk(li, ['我自己', '药品不全', '下一步', /^🙁/, '就这些'])
    expect(li.screen().text).toMatch(/^🤝 替邻居 张大爷提\n[\s\S]*请看一遍/)
    await li.say('/feedback')
    await li.press(/^🏥/)
    expect(li.screen().text).toContain('还没填完')
    await li.press('接着填')
    expect(li.screen().text).toMatch(/^🤝 替邻居 张大爷提/)
    await walk(li, ['不提了', ...filedFor(['邻居', { text: '张大爷' }], cardInWords(SAID))])
  })

  test('reads the whole card back, and the filer is free for another one meanwhile', async () => {
    const { text, labels } = li.screen()
    expect(text).toMatch(/^🔊 请把这些念给他听：\n\n🤝 替邻居 张大爷提\n/)
    for (const line of ['药品不全', '不满意', SAID, '不署名', '只有帮着填的人知道'])
      expect(text).toContain(line)
    expect(labels).toEqual(['🎤 他说一句“我同意”', '📱 他用自己的手机点', '✏️ 再改改', '🗑 不提了'])
    await li.say('/cancel')
    expect(li.screen().text).toContain('您有 1 张还在等人同意')
    await walk(li, ['我提过的', '替邻居 张大爷提', '他用自己的手机点'])
    const url = `https://t.me/${BOT_USERNAME}?start=c${codeOn(li)}`
    const picture = way.telegram.world.file(li.screen().message.photo?.at(-1)?.file_id ?? '')
    const wanted = await QRCode.toBuffer(url, { width: 600, margin: 3, errorCorrectionLevel: 'M' })
    expect(picture && Buffer.from(picture.bytes).equals(wanted)).toBe(true)
  })

  test('refuses the filer’s own code', async () => {
    const code = codeOn(li)
    await li.openLink(`c${code}`)
    expect(li.screen().text).toContain('要他本人来点')
    await li.say(code)
    expect(li.screen().text).toContain('要他本人来点')
    await walk(li, ['返回', '他用自己的手机点'])
    expect(codeOn(li)).toBe(code)
  })

  test('takes two presses from a person who never used the bot: agree to what is kept, agree to the card', async () => {
    const before = zhang.interactions
    await zhang.openLink(`c${codeOn(li)}`)
    expect(zhang.screen().text).toMatch(/保存两年，随时能删。聊天服务器在国外。\n\n🤝 有位邻居替您填了/)
    expect(zhang.screen().text).not.toContain(SAID)
    await zhang.press('English')
    expect(zhang.screen().text).toContain('A neighbour filled in an opinion card for you')
    await zhang.press('中文')
    await zhang.press('给我看看')
    expect(zhang.screen().text).toContain(SAID)
    expect(zhang.screen().text).not.toContain('李志愿')
    const agree = zhang.button('✅ 同意')
    await zhang.pressSeen(agree)
    receipt = receiptOn(zhang)
    // without the two of looking at it in English
    expect(zhang.interactions - before - 2).toBe(3)
    await zhang.pressSeen(agree)
    expect(receiptOn(zhang)).toBe(receipt)
  })

  test('tells the filer, with the receipt, and shows them how it stands and no more', async () => {
    expect((await li.waitFor(/邻居 张大爷同意了/)).text).toContain(receipt)
    await li.press('返回')
    expect(li.screen().text).toContain(`${receipt} · 邻居 张大爷`)
    await li.say('/mine')
    expect(li.screen().text).toMatch(/您帮别人提的（1 条）/)
    await li.say(receipt)
    expect(li.screen().text).toContain('还没人接')
    expect(li.screen().text).not.toContain(SAID)
    // a receipt is no name
    await li.say('/feedback')
    await walk(li, ['帮别人提', '邻居', { text: receipt }])
    expect(li.screen().text).toContain('还没人接')
    await zhang.say('/mine')
    expect(zhang.screen().text).toMatch(/有位邻居帮您提的[\s\S]*降压药常常断/)
  })

  describe('by voice, for somebody without a telephone', () => {
    test('takes that voice and nothing else, and gives the filer the receipt', async () => {
      const steps = ['老人照护', '我自己', '吃饭难', '下一步', /^😐/, '一个人', '跳过', { text: VOICED }]
      await li.say('/feedback')
      await walk(li, filedFor(['家里老人', '不说名字'], [...steps, '跳过', '很急']))
      expect(li.screen().labels.filter((label) => label.includes('署我的名'))).toEqual([])
      await walk(li, ['不署名', '✅ 提交', '我同意', { text: '他同意了' }])
      expect(li.screen().text).toContain('这里要一段语音')
      await walk(li, ['返回', '我同意', VOICE])
      expect(receiptOn(li)).not.toBe(receipt)
    })

    test('keeps the voice for the filer, not for the committee', async () => {
      const news = await committee.waitFor(/新意见[\s\S]*走不到食堂/)
      expect(news.text).toContain('🤝 代办（家里老人）')
      expect(news.text).not.toMatch(/李志愿|📎/)
      await li.say(receiptOn(li))
      const shown = li.messages().length
      await li.press('📎 附件')
      expect(
        li
          .messages()
          .slice(shown)
          .filter((each) => each.voice),
      ).toHaveLength(1)
    })
  })

  test('shows the committee that it was filed for somebody, and names nobody who did not agree to it', async () => {
    await committee.say('/cases')
    await committee.press('A01')
    expect(committee.screen().text).toContain('🤝 代办（邻居）')
    expect(committee.screen().text).toContain(SAID)
    expect(committee.screen().text).not.toMatch(/李志愿|张大爷|张老汉/)
    await li.say('/feedback')
    await walk(li, filedFor(['同村人', { text: '周奶奶' }], cardInWords('路灯坏了看不了病', '署我的名')))
    await walk(li, ['我同意', VOICE])
    await li.say('/mine')
    await committee.say('/cases')
    const aliases = committee.screen().labels.filter((label) => /^A\d/.test(label))
    await committee.press(aliases.at(-1) ?? '')
    expect(committee.screen().text).toMatch(/🤝 代办（同村人）\n署名：周奶奶/)
    expect(committee.screen().text).not.toContain('李志愿')
  })

  test('asks the person themself whether it is fixed, or where they have no chat, the filer to ask them', async () => {
    await committee.say('/cases')
    await walk(committee, ['A01', '答复…'])
    await committee.reply('药备齐了')
    const theirs = await zhang.waitFor(/您说的[\s\S]*药备齐了[\s\S]*解决了吗/)
    expect(theirs.reply_markup?.inline_keyboard.flat()).toHaveLength(5)
    await walk(zhang, ['✅ 解决了', /^😊 满意/])
    expect(li.messages().filter((each) => each.text?.includes('药备齐了'))).toEqual([])

    await committee.say('/cases')
    const voiced =
      committee
        .screen()
        .text.split('\n')
        .find((line) => line.includes('走不到食堂')) ?? ''
    await walk(committee, [/A\d+/.exec(voiced)?.[0] ?? '', '答复…'])
    await committee.reply('送饭上门')
    const asked = await li.waitFor(/您替家里老人说的[\s\S]*送饭上门/)
    expect(asked.text).toContain('请替家里老人问一声：解决了吗？')
    await li.press('🌓 好一些')
    expect(li.screen().text).toContain('再问问家里老人：办得满意吗？')
    await li.press(/^😊 满意/)
  })

  test('erases with the filer what they hold, with the person what is theirs', async () => {
    const { filer } = await fileForRelative(way, '等着的话')
    for (const actor of [filer, li]) {
      await actor.say('/privacy')
      await walk(actor, ['全部删掉', '对，全删掉'])
    }
    await zhang.say(receipt)
    expect(zhang.screen().text).toContain(SAID)
    const kept = () =>
      way.withDatabase(async ({ prisma }) => ({
        pending: await prisma.pendingProxy.count(),
        voiced: await prisma.submission.count({ where: { words: VOICED } }),
        consents: await prisma.attachment.count({ where: { question: 'consent' } }),
        named: await prisma.filedFor.findMany({
          where: { name: { in: ['周奶奶', '张大爷'] } },
          select: { name: true, filerId: true },
        }),
      }))
    expect(await kept()).toMatchObject({
      pending: 0,
      voiced: 0,
      consents: 0,
      named: [{ name: '张大爷', filerId: null }],
    })
    await zhang.say('/privacy')
    await walk(zhang, ['全部删掉', '对，全删掉'])
    expect((await kept()).named).toEqual([])
    await zhang.say(receipt)
    expect(zhang.screen().text).toContain('这个回执我查不到')
  })

  endOfScenario(() => way, ['李志愿', '张大爷', '张老汉', '周奶奶', SAID, VOICED])
})
