import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, walk } from '../support/walk.ts'
import { completeCards } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

describe('people who chat in several short messages', () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  const villages = VILLAGES.values()
  const resident = async () => {
    const person = way.telegram.person({ firstName: '短话人' })
    await person.openLink(`v${villages.next().value}`)
    await person.press('好，开始')
    return person
  }
  /** with a case of their own, whose "add something" was pressed */
  const adding = async () => {
    const person = await resident()
    await walk(person, completeCards.healthcare.steps('药断了半个月'))
    const receipt = receiptOn(person)
    await walk(person, ['我提过的', '🔎', '补充几句'])
    return { person, receipt }
  }
  const keptOf = (person: Actor) =>
    way.withDatabase(async ({ prisma }) => {
      const of = { person: { telegramId: BigInt(person.id) } }
      const additions = await prisma.addition.findMany({
        where: { submission: of },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      })
      const draft = await prisma.draft.findFirst({ where: of })
      return { added: additions.map(({ text }) => text), draft: draft && JSON.stringify(draft.state) }
    })
  const atOnce = async (person: Actor, texts: readonly string[]) => {
    for (const text of texts) person.sendAndLeave({ text })
    await way.telegram.quiet()
  }

  test('add all of them to their case, and what comes later is something else', async () => {
    const { person } = await adding()
    await atOnce(person, ['药来了两种。', '还缺一种，', '是最要紧的。'])
    await person.send({ text: '我娘等着呢', afterSeconds: 40 })
    expect(person.screen().text).toContain('补上了')
    await person.send({ text: '村口的路灯也坏了', afterSeconds: 61 })
    expect(person.screen().text).toContain('说的是哪方面')
    const { added, draft } = await keptOf(person)
    expect(added).toEqual(['药来了两种。', '还缺一种，', '是最要紧的。', '我娘等着呢'])
    expect(draft).toContain('村口的路灯也坏了')
  })

  test('add no more once they pressed something or gave a command', async () => {
    const { person } = await adding()
    await person.say('药来了两种。')
    await person.press('我提过的')
    await person.say('村口的路灯也坏了')
    expect(person.screen().text).toContain('说的是哪方面')
    expect((await keptOf(person)).added).toEqual(['药来了两种。'])
  })

  test('see how their case stands when they type its receipt, and what they were asked is asked still', async () => {
    const { person, receipt } = await adding()
    await person.say(receipt)
    expect(person.screen().text).toContain('还没人接')
    await person.say('还缺一种药')
    expect((await keptOf(person)).added).toEqual(['还缺一种药'])
    await person.say('/feedback')
    await walk(person, ['帮别人提', '邻居', { text: receipt }, { text: '欧阳老大爷' }])
    expect(person.screen().text).toContain('替邻居 欧阳老大爷提')
  })

  test('keep none of them at a question with buttons, and are told so, also of the second', async () => {
    const person = await resident()
    await walk(person, [
      '看病吃药',
      '我自己',
      '药品不全',
      '下一步',
      /^🙁/,
      '跳过',
      '跳过',
      { text: '药断了' },
      '跳过',
    ])
    expect(person.screen().text).toContain('急不急')
    await atOnce(person, ['都等了半个月了', '快着点'])
    expect(person.screen().text).toContain('这一题请点下面的按钮')
    const { draft } = await keptOf(person)
    expect(draft).toContain('药断了')
    expect(draft).not.toMatch(/半个月|快着点/)
  })

  test('say what is the matter and send the place right behind: both are kept, and the topic is asked', async () => {
    const person = await resident()
    await person.say('这里的路灯坏了')
    await person.send({ location: { latitude: 35.4, longitude: 110.8 }, afterSeconds: 61 })
    expect(person.screen().text).toMatch(/路灯坏了” · 📍 位置[\s\S]*说的是哪方面/)
    const other = await resident()
    await other.send({ location: { latitude: 35.4, longitude: 110.8 } })
    expect(other.screen().text).toContain('先选一个话题')
    expect((await keptOf(other)).draft).toBeNull()
  })

  endOfScenario(() => way, ['短话人', '药来了两种', '路灯'])
})
