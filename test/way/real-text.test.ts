import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { deadLinks } from '../../src/masking/dead-links.ts'
import { maskText } from '../../src/masking/mask-text.ts'
import { encodePress } from '../../src/presses/callback-data.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { isLong } from '../support/how-long.ts'
import { inParallel } from '../support/in-parallel.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { ramblingTexts } from '../support/rambling-texts.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { walk } from '../support/walk.ts'
import { VILLAGE, VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** Made up, but with the right check digits: an identity card, a mobile, a landline and a bank card. */
const NUMBERS = ['11010519491231002X', '13912345678', '03598345678', '6222021234567890128']
const SPELLED = [
  '11010519491231002X',
  '110105 19491231 002x',
  '１１０１０５１９４９１２３１００２Ｘ',
  '139-1234-5678',
  '１３９１２３４５６７８',
  '139\u200b1234\u200b5678',
  '一三九一二三四五六七八',
  '(0359) 8345678',
  '6222 0212 3456 7890 128',
]
const AT_ONCE = 16

/** As Telegram keeps a text: without what no client sends. */
const asTelegramKeeps = (text: string) =>
  text
    .replaceAll('\r', '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what this is about
    .replace(/[\u0000-\u0009\u000b-\u001f]/g, ' ')
    .trim()

interface Said {
  words: string
  wish: string | null
}

describe('what people really write', () => {
  let way: OneProcessWay
  let administrator: Actor
  let committee: Actor
  let township: Actor
  let townshipChat: number
  const said = new Map<string, Said>()

  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', {
      filled: true,
      started: true,
      env: { RATE_LIMIT: '0' },
    })
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    const link = async (title: string, code: string) => {
      const channel = way.telegram.world.addChannel({ title, administrators: [administrator.id] })
      way.telegram.world.addBot(channel, administrator.id)
      await way.telegram.quiet()
      const actor = administrator.in(channel)
      await linkChat(actor, code)
      return { actor, channel }
    }
    committee = (await link('村委会', VILLAGE)).actor
    const linked = await link('镇政府', VILLAGE.slice(0, 9))
    township = linked.actor
    townshipChat = linked.channel
  })
  afterAll(() => way?.close())

  const begin = async (villageCode: string) => {
    const person = way.telegram.person({ firstName: '村民' })
    await person.openLink(`v${villageCode}`)
    await person.press('好，开始')
    return person
  }
  const quickly = async (words: string, villageCode: string) => {
    const person = await begin(villageCode)
    await person.send({ text: words })
    await person.press('看病吃药')
    expectShown(person, [words])
    await person.press('✅ 提交')
    said.set(String(person.id), { words, wish: null })
  }
  const byCard = async ([words, wish]: [string, string], villageCode: string) => {
    const person = await begin(villageCode)
    await walk(person, ['孩子上学', '孩子', '校车', '下一步', /^🙁/, '跳过', '跳过'])
    // a button between two texts, as a pause would be
    await walk(person, [{ text: words }, '返回', '下一步', { text: wish }, '就这些'])
    expectShown(person, [words, wish])
    await person.press('✅ 提交')
    expect(person.screen().text).toContain('收到了')
    said.set(String(person.id), { words, wish })
  }
  const expectShown = (actor: Actor, texts: string[]) => {
    for (const text of texts) expect(flat(actor.screen().text)).toContain(beginning(text, 60))
  }

  test('is in the database as it was sent, character by character, and on its review', async () => {
    const all = ramblingTexts()
    // in the short form every fourth, among them the longest
    const texts = (isLong ? all : all.filter((_, i) => i % 4 === 0)).map(asTelegramKeeps)
    const [first = '', second = ''] = texts
    // two that are too long for one message
    texts.push(
      asTelegramKeeps(`${first}${'，说来话长'.repeat(1000)}`),
      `${second.trim()}${'👵🏻话多'.repeat(1200)}`,
    )
    if (texts.length % 3 !== 0)
      texts.push(...texts.slice(0, 3 - (texts.length % 3)).map((text) => `再说一遍：${text}`))
    const others = VILLAGES.filter((code) => code !== VILLAGE)
    const groups = Array.from({ length: texts.length / 3 }, (_, i) => texts.slice(3 * i, 3 * i + 3))
    await inParallel(groups, AT_ONCE, async ([a = '', b = '', c = ''], i) => {
      const village = others[i % others.length] ?? VILLAGE
      await quickly(a, village)
      await byCard([b, c], village)
    })
    await inParallel(SPELLED, AT_ONCE, (number) =>
      quickly(`找我请打 ${number}，药不全的事${number}。`, VILLAGE),
    )

    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({
        select: { words: true, wish: true, person: { select: { telegramId: true } } },
      }),
    )
    expect(rows).toHaveLength(said.size)
    for (const { words, wish, person } of rows)
      expect({ words, wish }).toEqual(said.get(String(person?.telegramId)))
    expect(said.size).toBe((texts.length / 3) * 2 + SPELLED.length)
  })

  test("is shown in the committee's view of each case, with numbers masked", async () => {
    const cases = await way.withDatabase(({ prisma }) =>
      prisma.case.findMany({ select: { id: true, submission: { select: { words: true } } } }),
    )
    for (const { id, submission } of cases) {
      const data = encodePress({ kind: 'case', caseId: id })
      await township.pressSeen({ messageId: await way.telegram.post(townshipChat, data), label: '', data })
      expectShown(township, [submission.words ?? ''])
      if (submission.words?.startsWith('找我请打')) expect(township.screen().text).toContain('●●●●')
    }
  })

  test('is quoted in the digest, with numbers masked', async () => {
    await committee.say('/digest')
    const digest = await committee.waitFor(/本周到现在的意见/)
    expect(digest.text).toMatch(/“找我请打 ●●●●/)
    await township.say('/digest')
    await township.waitFor(/镇.*本周到现在的意见/)
  })

  test('is found with /query, every one, with numbers masked', async () => {
    await administrator.say('/query 找我请打')
    await administrator.press('看原话')
    expect(administrator.screen().text).toMatch(/“找我请打 ●●●●/)
    await administrator.say('/query')
    await walk(administrator, ['全部话题', '整个运城市', '全部时间', '全部', '看原话'])
    let shown = flat(administrator.screen().text)
    while (administrator.screen().labels.some((label) => label.includes('下一页'))) {
      await administrator.press('下一页')
      shown += flat(administrator.screen().text)
    }
    const missing = [...said.values()].filter(({ words }) => !shown.includes(beginning(words, 40)))
    expect(missing).toEqual([])
  })

  test('leaves no number in anything that the bot sent, to whomever, nor in its log', () => {
    const texts = way.telegram.world.calls().flatMap(({ params }) => {
      const { text, caption } = params as { text?: unknown; caption?: unknown }
      return [text, caption].filter((each) => typeof each === 'string')
    })
    expect(texts.length).toBeGreaterThan(1000)
    const digits = (text: string) =>
      text
        .normalize('NFKC')
        .toUpperCase()
        .replace(/[^\dX]/g, '')
    for (const number of NUMBERS)
      for (const text of texts) expect(digits(text).includes(number) && text).toBe(false)
    for (const text of texts) expect(text.includes('一三九一二三四五六七八') && text).toBe(false)
    expect(way.output()).not.toContain('找我请打')
    way.telegram.expectNothingRefused()
  })
})

const flat = (text: string) => text.replace(/\s+/g, ' ')
/** As it is shown: numbers masked, and nothing in it that can be pressed. */
const beginning = (text: string, letters: number) =>
  [...deadLinks(flat(maskText(text)).trim())].slice(0, letters).join('').trim()
