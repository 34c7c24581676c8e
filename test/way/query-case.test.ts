import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const WORDS = '降压药常常断，要去县里买'
const OTHER_VILLAGE = '140822105202'

describe('a case in the list of /query', () => {
  let way: OneProcessWay
  let administrator: Actor
  let wang: Actor
  let caseId: string
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    const committee = await openCommittee(way)
    administrator = way.telegram.administrator()
    wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await walk(wang, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await walk(wang, [{ text: WORDS }, { voice: { bytes: oggVoice('断药'), duration: 3 } }, '就这些'])
    await walk(wang, ['改一处', '给谁看', '署我的名', '✅ 提交', '我提过的', '🔎', '补充几句'])
    await wang.say('邻村也这样')
    await committee.say('/cases')
    await walk(committee, ['A01', '✅ 受理', '答复…'])
    await committee.reply('下周进药')
    await wang.waitFor(/有答复/)
    await wang.press('❌ 没有')
    caseId = await way.withDatabase(async ({ prisma }) => {
      await prisma.accessGrant.create({
        data: {
          holderTelegramId: 4711n,
          role: 'administrator',
          regionCode: OTHER_VILLAGE,
          grantedAt: new Date(0),
        },
      })
      return (await prisma.case.findFirstOrThrow()).id
    })
  })
  afterAll(() => way?.close())

  test('is opened as a whole, to read: words, additions, answer and how it went', async () => {
    await administrator.say('/query')
    await walk(administrator, ['全部话题', '整个', '全部时间', '全部', '看原话', '🔎 A01'])
    const { text, labels } = administrator.screen()
    expect(text).toMatch(/^A01 🏥 药品不全\n🏘 乌停村/)
    for (const part of [
      `“${WORDS}”`,
      '“邻村也这样”',
      '署名：王秀英',
      '先去哪里：🏙 县城',
      '答复：下周进药',
      '🎤',
    ])
      expect(text).toContain(part)
    expect(text.split('经过：')[1]).toMatch(
      /^\n· \S+ 交上来\n· \S+ 村民补充了\n· \S+ 受理\n· \S+ 答复\n· \S+ 村民说：❌ 没有$/,
    )
    expect(labels).toEqual(['📎 附件', '⬅ 回到清单'])
  })

  test('plays what was attached, and leads back to the page of the list', async () => {
    const { messageId } = administrator.screen()
    await administrator.press('📎 附件')
    expect(administrator.messages().at(-1)?.voice).toBeDefined()
    await administrator.press('⬅ 回到清单')
    const list = administrator.messages().find(({ message_id }) => message_id === messageId)
    expect(list?.text).toMatch(/^📋 全部话题[\s\S]*“降压药/)
  })

  test('is looked at, as its resident can see: the name, and the voice', async () => {
    await wang.say('/privacy')
    await wang.press('谁看过我的名字')
    expect(wang.screen().text).toMatch(/管理员 听了、看了 A01 🏥 的语音、照片或位置/)
    expect(wang.screen().text).toMatch(/管理员 查到了 A01/)
  })

  test('is none of an administrator of another village, whatever they press', async () => {
    const other = way.telegram.person({ firstName: '邻村管理员', id: 4711 })
    await other.say('/start')
    for (const data of [`qc:0ZAH9KMV:0:${caseId}`, `qf:${caseId}`]) {
      const messageId = await way.telegram.post(other.chatId, data)
      const before = other.messages().length
      const answer = await other.pressSeen({ messageId, data, label: '' })
      expect(answer).toMatchObject({ text: '这里没有这一件。' })
      expect(other.messages().length).toBe(before)
      expect(JSON.stringify(other.messages())).not.toContain('降压药')
    }
  })

  endOfScenario(() => way, ['王秀英', WORDS, '邻村也这样'])
})
