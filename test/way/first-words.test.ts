import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice } from '../attachments/support/recordings.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const WORDS = '村卫生室的降压药常常断，\n要去县里买'

describe('newcomers who just say what is the matter', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    // looked into beside the program, where there is a server
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  const submitted = async (receipt: string) =>
    await way.withDatabase(({ prisma }) =>
      prisma.submission.findUnique({
        where: { receipt: receipt.replace('-', '') },
        include: { attachments: true },
      }),
    )

  test('are asked for the village first, and offered their words once they agreed', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    const { message_id } = await newcomer.say(WORDS)
    expect(newcomer.screen().text).toContain('您这句我给您留着')
    expect(newcomer.screen().text).toContain('您是哪个村的')
    expect(
      await way.withDatabase(({ prisma }) => prisma.person.count({ where: { telegramId: newcomer.id } })),
    ).toBe(0)

    await newcomer.say('乌停')
    await walk(newcomer, [/^乌停村/, '好，开始'])
    expect(newcomer.screen().text).toContain('就当意见记下来吗')
    expect(newcomer.screen().message.reply_to_message?.message_id).toBe(message_id)
    await newcomer.press('就记这些')
    expect(newcomer.screen().text).toContain('说的是哪方面')
    await walk(newcomer, ['看病吃药', '✅ 提交'])
    expect(await submitted(receiptOn(newcomer))).toMatchObject({ words: WORDS, villageCode: VILLAGE })
  })

  test('are offered all that they said, and none of it is kept before', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    await newcomer.say(WORDS)
    await newcomer.say('我娘的血压高，离不了药。')
    await newcomer.say('乌停')
    await walk(newcomer, [/^乌停村/, '好，开始'])
    expect(newcomer.screen().text).toContain('这 2 句')
    const notes = await way.withDatabase(({ prisma }) => prisma.conversationState.findMany())
    expect(JSON.stringify(notes)).not.toContain('药')
    await walk(newcomer, ['就记', '看病吃药', '✅ 提交'])
    expect(await submitted(receiptOn(newcomer))).toMatchObject({
      words: `${WORDS}\n我娘的血压高，离不了药。`,
    })
    // nothing of ours is left of reading them
    expect(newcomer.messages().filter(({ text }) => text === WORDS)).toHaveLength(1)
  })

  test('are given the emergency numbers first, whatever else is missing', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    await newcomer.openLink(`v${VILLAGE}`)
    await newcomer.say('我爹晕倒了，喘不上气，快来人')
    const fromBot = newcomer.messages().filter((message) => message.from?.is_bot)
    expect(fromBot.at(-2)?.text).toMatch(/120[\s\S]*110/)
    expect(newcomer.screen().text).toContain('您这句我给您留着')
  })

  test('keep the village of their link, whatever they open before they agree', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    await newcomer.openLink(`v${VILLAGE}`)
    await newcomer.say('/feedback')
    expect(newcomer.screen().text).toContain('这里是乌停村')
  })

  test('may say it by voice on the welcome of the village whose link they opened', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    await newcomer.openLink(`v${VILLAGE}`)
    await newcomer.send({ voice: { bytes: oggVoice('校车不来'), duration: 3 } })
    expect(newcomer.screen().text).toMatch(/您这句我给您留着[\s\S]*乌停村/)
    await walk(newcomer, ['好，开始', '就记这些', '孩子上学', '✅ 提交'])
    expect(await submitted(receiptOn(newcomer))).toMatchObject({
      topic: 'schooling',
      attachments: [{ kind: 'voice', question: 'words', durationSeconds: 3 }],
    })
  })

  test('may say something else after all, and a name that is no village is still one', async () => {
    const newcomer = way.telegram.person({ firstName: '新来的' })
    await newcomer.say('火星村')
    expect(newcomer.screen().text).toContain('没找到这个村')
    await newcomer.say('路灯坏了，晚上看不见')
    await newcomer.say('乌停')
    await walk(newcomer, [/^乌停村/, '好，开始', '说别的'])
    expect(newcomer.screen().text).toContain('想说哪方面')
  })

  endOfScenario(() => way, ['新来的', '降压药常常断'])
})
