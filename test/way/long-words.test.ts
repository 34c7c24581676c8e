import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE, VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** As somebody may paste it: three messages of 4,096 and one of the rest. */
const long = (about: string) => `${about}${'这件事说来话长，'.repeat(1800)}就说到这里。`

describe('texts that are too long for one message', () => {
  let way: OneProcessWay
  let committee: Actor
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', { filled: true, started: true })
    const administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = way.telegram.world.addChannel({ title: '村委会', administrators: [administrator.id] })
    way.telegram.world.addBot(channel, administrator.id)
    await way.telegram.quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)
    if (committee.screen().labels.length > 0) await committee.press(/乌停村|确认|连接|是/)
  })
  afterAll(() => way?.close())

  const villages = VILLAGES.filter((code) => code !== VILLAGE).values()
  const resident = async (firstName: string, code = villages.next().value ?? VILLAGE) => {
    const person = way.telegram.person({ firstName })
    await person.openLink(`v${code}`)
    await person.press('好，开始')
    return person
  }
  const rowOf = (person: Actor) =>
    way.withDatabase(({ prisma }) =>
      prisma.submission.findFirstOrThrow({
        where: { person: { telegramId: BigInt(person.id) } },
        include: { additions: true, case: true, attachments: true },
      }),
    )
  const toWords = ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '跳过', '跳过']

  test('are one answer each, words and wish, and the next question stays where it is', async () => {
    const person = await resident('长话人')
    await walk(person, [...toWords, { text: long('药') }])
    expect(person.screen().text).toContain('· 7/9')
    expect(person.screen().text).toContain('接在您刚才说的后面了')
    process.stdout.write(process.env.SHOW ? `${person.screen().text}\n` : '')
    // time goes by between two answers of a person
    await person.press('返回')
    await person.press('下一步')
    await walk(person, [{ text: long('盼') }])
    expect(person.screen().text).toContain('· 8/9')
    await walk(person, ['不急', '不署名', '✅ 提交'])
    expect(await rowOf(person)).toMatchObject({ words: long('药'), wish: long('盼') })
  })

  test('are kept whole in the quick way, also where their end is but a sign', async () => {
    const person = await resident('快话人')
    const words = `${'校车太远。'.repeat(900)}`.padEnd(4096, '远').concat('！')
    await person.send({ text: words })
    expect(person.screen().text).toContain('说的是哪方面')
    await walk(person, ['孩子上学', '✅ 提交'])
    expect(await rowOf(person)).toMatchObject({ words, topic: 'schooling' })
  })

  test('with photos in between are one answer with these photos', async () => {
    const person = await resident('拍照人')
    await walk(person, toWords)
    const photo = way.telegram.world
    const beginning = '漏'.repeat(4096)
    const pixel = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    person.sendAndLeave({ text: beginning })
    photo.say(person.id, person.chatId, { photos: [pixel] })
    await person.send({ text: '完了' })
    await way.telegram.quiet()
    expect(person.screen().text).toContain('· 7/9')
    await walk(person, ['就这些', '✅ 提交'])
    const row = await rowOf(person)
    expect(row).toMatchObject({ words: `${beginning}完了`, wish: null })
    expect(row.attachments.map(({ kind, question }) => [kind, question])).toEqual([['photo', 'words']])
  })

  test('are one addition, and no new card begins with their end', async () => {
    const person = await resident('补话人', VILLAGE)
    await walk(person, [...toWords, { text: '药不全' }, '就这些', '✅ 提交', '我提过的', '🔎', '补充几句'])
    await person.send({ text: long('补') })
    expect(person.screen().text).toContain('连成一段了')
    const { additions } = await rowOf(person)
    expect(additions.map(({ text }) => text)).toEqual([long('补')])
    await person.say('/feedback')
    expect(person.screen().labels.join()).not.toContain('接着填')
  })

  test('are one answer of the committee, and the resident hears all of it', async () => {
    await committee.say('/cases')
    await walk(committee, [/^A\d+/, /答复/])
    const answer = `${'药已经备齐了，'.repeat(600)}\n`.repeat(2).trim()
    await committee.reply(answer)
    await way.telegram.quiet()
    const person = way.telegram.world.people().find(({ firstName }) => firstName === '补话人')
    const found = await way.withDatabase(({ prisma }) =>
      prisma.case.findFirstOrThrow({
        where: { submission: { person: { telegramId: BigInt(person?.id ?? 0) } } },
        include: { events: true },
      }),
    )
    expect(found.answer).toBe(answer)
    expect(found.status).toBe('answered')
    const chat = () =>
      way.telegram.world
        .history(person?.id ?? 0)
        .filter((message) => message.from?.is_bot && message.text?.includes('药已经备齐了'))
    await vi.waitFor(() => expect(chat().at(-1)?.text).toContain('解决了吗'), {
      timeout: 30_000,
      interval: 200,
    })
    const letters = chat()
      .map((message) => message.text ?? '')
      .join('')
    expect(letters.split('药已经备齐了').length - 1).toBe(1200)
  })

  endOfScenario(() => way, ['长话人', '快话人', '补话人', '药已经备齐', '说来话长'])
})
