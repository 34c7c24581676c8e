import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { oggVoice, photoWithPlace } from '../attachments/support/recordings.ts'
import type { Actor } from '../support/actor.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'
import { openCommittee } from './open-committee.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('what follows a case, by voice and photo,', () => {
  let way: OneProcessWay
  let committee: Actor
  let wang: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    committee = await openCommittee(way)
    wang = way.telegram.person({ firstName: '王秀英' })
    await wang.openLink(`v${VILLAGE}`)
    await walk(wang, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '就这些', '✅ 提交'])
    await walk(wang, ['我提过的', '🔎'])
  })
  afterAll(() => way?.close())

  const voice = (say: string) => ({ voice: { bytes: oggVoice(say), duration: 3 } })
  const texts = (actor: Actor) => actor.messages().map(({ text }) => text ?? '')
  const kept = () =>
    way.withDatabase(({ prisma }) =>
      prisma.attachment.findMany({
        select: { question: true, kind: true, position: true },
        orderBy: { position: 'asc' },
      }),
    )

  test('a voice message is an addition, after a word of who will know it; the committee is told and can listen', async () => {
    await wang.press('补充几句')
    expect(wang.screen().text).toMatch(/打字、发语音、照片或位置都行[\s\S]*村里人一听/)
    await wang.send(voice('还有一件'))
    expect(wang.screen().text).toContain('补上了')
    const news = await committee.waitFor(/➕ 村民补充了几句/)
    expect(news.text).toMatch(/A01 🏥 药品不全\n🎤 语音 1 段$/)
    await committee.press('打开这一件')
    await committee.press('📎 附件')
    expect(committee.messages().some((each) => each.voice)).toBe(true)
  })

  test('an album is one addition, its words with it, told once', async () => {
    await wang.press('补充几句')
    const photos = await Promise.all([10, 120, 240].map((grey) => photoWithPlace(grey)))
    const before = texts(committee).length
    await wang.send({ photos, caption: '架子是空的', afterSeconds: 61 })
    await committee.waitFor(/村民补充了几句[\s\S]*“架子是空的”\n🎤 语音 1 段 · 📷 照片 3 张/)
    await wang.send({ location: { latitude: 35.4, longitude: 110.8 } })
    await committee.waitFor(/村民补充了几句[\s\S]*📷 照片 3 张 · 📍/)
    expect(
      texts(committee)
        .slice(before)
        .filter((text) => text.includes('补充了几句')),
    ).toHaveLength(2)
    expect(await kept()).toMatchObject(
      ['voice', 'photo', 'photo', 'photo', 'location'].map((kind, position) => ({
        question: 'addition',
        kind,
        position,
      })),
    )
  })

  test('words that come by themselves a minute later begin something new', async () => {
    await wang.send({ text: '校车也没有，孩子上学走一个钟头', afterSeconds: 61 })
    expect(wang.screen().text).toContain('说的是哪方面？')
    await walk(wang, ['孩子上学', '不提了'])
  })

  test('what cannot be taken is answered, and what comes then is taken', async () => {
    await wang.say('/mine')
    await walk(wang, ['🔎', '补充几句'])
    await wang.send({ sticker: '👍' })
    expect(wang.screen().text).toBe('这里我收文字、语音、照片和位置。')
    await wang.say('拍的是药架子')
    expect(wang.screen().text).toContain('补上了')
  })

  test('a committee’s voice as an answer is told what to do, as a reply and beside the prompt', async () => {
    await committee.say('/cases')
    await walk(committee, [/A01/, '答复…'])
    const prompt = committee.screen().messageId
    await committee.send(voice('下周进药'))
    const reminded = committee.messages().find((each) => each.message_id === prompt)
    expect(reminded?.text).toMatch(/刚才那段语音没有转给村民[\s\S]*A01[\s\S]*“回复”，打字写/)
    await committee.say('下周进药。', { replyTo: prompt })
    await wang.waitFor(/有答复：\n+下周进药。/)
    await committee.say('/cases')
  })

  test('“not fixed” is told by voice, too', async () => {
    await wang.press('❌ 没有')
    expect(wang.screen().text).toMatch(/哪里没解决？打字、发语音或照片都行/)
    await wang.send({ ...voice('药还是没有'), afterSeconds: 61 })
    // the card that was just posted again says it, too
    await committee.waitFor(/没解决，这一件又打开了[\s\S]*语音 2 段/)
  })

  endOfScenario(() => way, ['王秀英', '架子是空的', '药架子'])
})
