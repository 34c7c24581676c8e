import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const AS_GUARDIAN = '✅ 提交（我是孩子的监护人，同意）'
const WORDS = '降压药常常断，要去县里买'
const NAME = '上官玉兰'
const child = (who: string) => ['孩子上学', who, '校车', '下一步', /^🙂/, '就这些']

describe('a card about a child', () => {
  let way: OneProcessWay
  let parent: Actor
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
    parent = way.telegram.person({ firstName: '孩子爸' })
    await parent.openLink(`v${VILLAGE}`)
    await parent.press('好，开始')
  })
  afterAll(() => way?.close())

  test('asks on its review whether one is the guardian, in the button that submits', async () => {
    await walk(parent, child('孩子'))
    const { text, labels } = parent.screen()
    expect(text).toContain('您是孩子的父母或监护人吗')
    expect(labels.slice(0, 2)).toEqual([AS_GUARDIAN, '🙋 我不是孩子的监护人'])
  })

  test('leads who is no guardian to say it of somebody else, with a word of why', async () => {
    await parent.press('我不是孩子的监护人')
    expect(parent.screen().text).toMatch(/要监护人同意才能记[\s\S]*关于谁/)
    await parent.press('邻居')
    expect(parent.screen().text).not.toContain('监护人')
    expect(parent.screen().labels[0]).toBe('✅ 提交')
  })

  test('is not submitted by a button that did not ask', async () => {
    const older = parent.button('✅ 提交')
    await walk(parent, ['改一处', '关于谁', '孩子'])
    await parent.pressSeen(older)
    expect(parent.screen().text).toContain('您是孩子的父母或监护人吗')
    await parent.press('✅ 提交')
    expect(parent.screen().text).toContain('收到了')
  })

  test('asks once: neither the next one nor the quick way asks again', async () => {
    await walk(parent, ['再说一件', ...child('孩子')])
    expect(parent.screen().labels[0]).toBe('✅ 提交')
    await walk(parent, ['✅ 提交'])
    await parent.say('娃上学的路太远了')
    await parent.press('孩子上学')
    expect(parent.screen().labels[0]).toBe('✅ 提交')
    await walk(parent, ['✅ 提交'])
    await parent.say('/privacy')
    await parent.press('还留着什么')
    expect(parent.screen().text).toMatch(/👧 您是 .*以监护人的身份同意的/)
    const person = await way.withDatabase(({ prisma }) =>
      prisma.person.findUnique({ where: { telegramId: BigInt(parent.id) } }),
    )
    expect(person).toMatchObject({ guardianConsentVersion: 1, guardianConsentedAt: expect.any(Date) })
  })

  test('asks anew after the consent was taken back', async () => {
    await parent.press('返回')
    await walk(parent, ['收回同意', '对，收回'])
    await parent.say('/start')
    await walk(parent, ['好，开始', ...child('孩子')])
    expect(parent.screen().labels[0]).toBe(AS_GUARDIAN)
  })

  endOfScenario(() => way, ['孩子爸'])
})

describe('whoever takes their consent back', () => {
  let way: OneProcessWay
  let her: Actor
  let committee: Actor
  let administrator: Actor
  let receipt = ''
  beforeAll(async () => {
    way = await openWay('embedded', { filled: true, started: true })
    const { world, quiet } = way.telegram
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = world.addChannel({ title: '乌停村村委会', administrators: [administrator.id] })
    world.addBot(channel, administrator.id)
    await quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)
    her = way.telegram.person({ firstName: NAME })
    await her.openLink(`v${VILLAGE}`)
    await walk(her, ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '县城', '一小时以内'])
    await walk(her, [{ text: WORDS }, '跳过', '很急', '署我的名', '✅ 提交'])
    receipt = receiptOn(her)
    await committee.waitFor(/署名：上官玉兰/)
    await administrator.say('/query')
    await walk(administrator, ['全部话题', '整个运城市', '全部时间', '全部', '看原话'])
    expect(administrator.screen().text).toContain(NAME)
    await walk(her, ['再说一件', '换个村', '乌停村', '每周通报发给我', '返回', '返回', '老人照护', '我自己'])
  })
  afterAll(() => way?.close())

  test('is told in a sentence what happens, and may go back or erase everything instead', async () => {
    await her.say('/privacy')
    await her.press('收回同意')
    expect(her.screen().text).toMatch(/不再收您的话，也不再给您发消息/)
    expect(her.screen().labels).toEqual(['✋ 对，收回', '🗑 全部删掉', '⬅ 先不收回'])
    await walk(her, ['先不收回', '收回同意', '对，收回'])
    expect(her.screen().text).toContain('收回了')
  })

  test('loses the name and the half-filled card, and keeps what was said', async () => {
    const kept = await way.withDatabase(async ({ prisma }) => ({
      person: await prisma.person.findUnique({ where: { telegramId: BigInt(her.id) } }),
      submissions: await prisma.submission.findMany({ select: { words: true, signedName: true } }),
      drafts: await prisma.draft.count(),
      wanted: await prisma.followedVillage.count({ where: { digestWanted: true } }),
    }))
    expect(kept).toMatchObject({
      person: { consentedAt: null, consentVersion: null, consentWithdrawnAt: expect.any(Date) },
      submissions: [{ words: WORDS, signedName: null }],
      drafts: 0,
      wanted: 0,
    })
  })

  test('is named no more where the name stood, while the words stay', async () => {
    for (const actor of [committee, administrator])
      await until(() => !JSON.stringify(actor.messages()).includes(NAME), { what: 'the name is gone' })
    expect(committee.screen().text).toContain('署名：（本人已收回）')
    expect(committee.screen().text).toContain(WORDS)
    await committee.press('打开这一件')
    expect(committee.screen().text).toContain(WORDS)
    expect(committee.screen().text).not.toContain('署名')
  })

  test('is sent nothing, and nothing more is taken', async () => {
    const before = her.messages().length
    await committee.press('受理')
    const told = () =>
      way.withDatabase(
        ({ prisma }) => prisma.$queryRaw<object[]>`
          SELECT id FROM pgboss.job WHERE name = 'tell-resident' AND state = 'completed'`,
      )
    await until(async () => (await told()).length === 1, { what: 'the job is done' })
    expect(her.messages()).toHaveLength(before)

    await her.say('村里的路灯都坏了')
    expect(her.screen().text).toContain('您好！这里是乌停村')
    await her.say(receipt)
    await her.press('补充几句')
    expect(her.screen().text).toContain('您好！这里是乌停村')
    const taken = await way.withDatabase(async ({ prisma }) => [
      await prisma.draft.count(),
      await prisma.addition.count(),
    ])
    expect(taken).toEqual([0, 0])
  })

  test('is asked anew, and can speak again', async () => {
    await her.say('/start')
    expect(her.screen().text).toContain('保存两年')
    await her.press('好，开始')
    // what she said in between was not taken, but she may want it to be
    expect(her.screen().text).toContain('您刚才说的这句')
    await walk(her, ['说别的', '老人照护', '我自己', '吃饭难', '下一步', /^🙁/, '就这些', '✅ 提交'])
    expect(her.screen().text).toContain('收到了')
    await her.say('/privacy')
    expect(her.screen().labels).toContain('✋ 收回同意')
    expect(her.screen().text).not.toContain('收回了同意')
  })

  endOfScenario(() => way, [NAME, WORDS])
})
