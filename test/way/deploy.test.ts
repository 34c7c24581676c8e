import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { cards } from '../../src/cards/topics.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { sizeOf } from '../support/how-long.ts'
import { inParallel } from '../support/in-parallel.ts'
import { linkChat } from '../support/link-chat.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { receiptOn, type Step, walk } from '../support/walk.ts'
import { completeCards, submissionFacts, type Topic, topics } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE, VILLAGES } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

const LOCALES = join(import.meta.dirname, '..', '..', 'locales')
const ENTRY = 'test/way/deploy/changed-program.ts'
const RESIDENTS = sizeOf('RESIDENTS', { short: 15, long: 50 })
const WEEKS_MS = 20 * 24 * 3600 * 1000
/** The question that each card asks more after the deploy, and what is answered. */
const NEW: Record<Topic, { id: string; label: string; value: string }> = {
  healthcare: { id: 'lives_with', label: '一个人', value: 'alone' },
  schooling: { id: 'first_visit', label: '县城', value: 'county' },
  elder_care: { id: 'stage', label: '小学', value: 'primary' },
  other: { id: 'lives_with', label: '一个人', value: 'alone' },
}

interface Begun {
  person: Actor
  topic: Topic
  /** what is still to be done of the card as it was */
  rest: Step[]
}

describe('a deploy of cards that ask one question more', () => {
  let way: OneProcessWay
  let administrator: Actor
  let committee: Actor
  let early: { person: Actor; topic: Topic; receipt: string }[]
  let begun: Begun[]
  const texts = loadTexts(LOCALES, 'zh')

  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', {
      filled: true,
      started: true,
      env: { RATE_LIMIT: '0' },
    })
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = way.telegram.world.addChannel({ title: '村委会', administrators: [administrator.id] })
    way.telegram.world.addBot(channel, administrator.id)
    await way.telegram.quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)

    early = await Promise.all(
      topics.map(async (topic) => {
        const person = await open(topic, VILLAGE)
        await walk(person, completeCards[topic].steps('早先说的'))
        return { person, topic, receipt: receiptOn(person) }
      }),
    )
    begun = await inParallel(Array.from({ length: RESIDENTS }), 10, async (_, i) => {
      const topic = topics[i % topics.length] ?? 'healthcare'
      const steps = completeCards[topic].steps(`第${i}家`)
      // from the first question to the review, in strides that come by every place, and far with few people
      const done = 1 + ((Math.floor(i / topics.length) * 5) % (steps.length - 1))
      // nobody of their village has said something similar
      const person = await open(topic, VILLAGES.filter((code) => code !== VILLAGE)[i % 14] ?? VILLAGE)
      await walk(person, steps.slice(0, done))
      return { person, topic, rest: steps.slice(done) }
    })
    await way.stop()
    await way.start({ entry: ENTRY, env: { CHANGED_CARDS: 'question', CLOCK_AHEAD_MS: String(WEEKS_MS) } })
  })
  afterAll(() => way?.close())

  const open = async (_: Topic, village: string) => {
    const person = way.telegram.person({ firstName: '等着的' })
    await person.openLink(`v${village}`)
    await person.press('好，开始')
    return person
  }

  test(`${RESIDENTS} half-filled cards, left for weeks at different questions, are gone on with and come to their end`, async () => {
    const places = new Set(begun.map(({ person }) => person.screen().text))
    expect(places.size).toBeGreaterThan(RESIDENTS / 2)
    const rows = await inParallel(begun, 10, async ({ person, topic, rest }, i) => {
      if (i % 2 === 0) {
        await person.say(i % 4 === 0 ? '/feedback' : '/start')
        await person.press('接着填')
      }
      let asked = false
      const fresh = texts.t('zh', `question-${NEW[topic].id}`)
      for (const step of rest) {
        if (person.screen().text.includes(fresh)) {
          await person.press(NEW[topic].label)
          asked = true
        }
        await walk(person, [step])
      }
      expect(person.screen().text).toContain('收到了')
      const row = completeCards[topic].row(`第${i}家`)
      const answers = asked ? { ...row.answers, [NEW[topic].id]: NEW[topic].value } : row.answers
      return { ...row, answers, cardVersion: 2, person: { telegramId: BigInt(person.id) } }
    })
    const found = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({
        where: { cardVersion: 2 },
        select: { ...submissionFacts, cardVersion: true, person: { select: { telegramId: true } } },
      }),
    )
    expect(found).toHaveLength(RESIDENTS)
    for (const row of rows)
      expect(found.filter((each) => each.person?.telegramId === row.person.telegramId)).toEqual([row])
    // who had not come to it yet was asked the new question, the others were not held up
    const asked = rows.filter(({ topic, answers }) => NEW[topic as Topic].id in answers).length
    expect(asked).toBeGreaterThan(RESIDENTS / 5)
    expect(asked).toBeLessThan((RESIDENTS * 4) / 5)
  })

  test('what was submitted before keeps its version and reads as before, to its owner and to the committee', async () => {
    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({
        where: { person: { telegramId: { in: early.map(({ person }) => BigInt(person.id)) } } },
        select: { ...submissionFacts, cardVersion: true },
        orderBy: { topic: 'asc' },
      }),
    )
    expect(rows).toEqual(
      early
        .map(({ topic }) => ({ ...completeCards[topic].row('早先说的'), cardVersion: 1 }))
        .sort((a, b) => (a.topic < b.topic ? -1 : 1)),
    )
    for (const { person, topic, receipt } of early) {
      const aspect = texts.t('zh', `aspect-${topic}-${completeCards[topic].row('').aspects[0]}`)
      await person.say('/mine')
      expect(person.screen().text).toContain(receipt)
      expect(person.screen().text).toContain(aspect)
      await person.say(receipt)
      expect(person.screen().text).toContain('“早先说的”')
      await person.say('/privacy')
      await person.press('给我一份')
      const file = person.messages().findLast((message) => message.document)?.document
      const taken = Buffer.from(way.telegram.world.file(file?.file_id ?? '')?.bytes ?? []).toString()
      expect(JSON.parse(taken).submissions).toMatchObject([{ topic, cardVersion: 1, words: '早先说的' }])
    }
    await committee.say('/cases')
    for (const alias of ['A01', 'A02']) {
      await committee.say('/cases')
      await committee.press(alias)
      expect(committee.screen().text).toContain('“早先说的”')
      expect(committee.screen().text).toMatch(/药品不全|校车|吃饭难|路灯/)
    }
  })

  endOfScenario(() => way, ['等着的', '早先说的'])
})

describe('one more topic, an aspect and a question more', () => {
  const locales = mkdtempSync(join(tmpdir(), 'xiangyin-locales-'))
  let way: OneProcessWay
  let administrator: Actor
  let committee: Actor
  let early: Actor

  beforeAll(async () => {
    cpSync(LOCALES, locales, { recursive: true })
    const added = (lines: Record<string, string>) =>
      Object.entries(lines)
        .map(([key, text]) => `${key} = ${text}\n`)
        .join('')
    for (const locale of ['zh', 'en'])
      appendFileSync(
        join(locales, locale, 'roads.ftl'),
        added({
          'topic-roads': '修路出行',
          'topic-roads-short': '出行',
          'aspect-roads-potholes': '路面坑洼',
          'aspect-roads-something_else': '别的',
          'words-roads-potholes': '坑洼,路面',
          'words-roads-something_else': '出行',
          'aspect-healthcare-dentist': '看牙难',
          'words-healthcare-dentist': '牙',
          'question-open_hours': '开的时间够吗？',
          'line-open_hours': '时间：',
          'open_hours-enough': '够了',
          'open_hours-too_short': '太短',
        }),
      )
    way = await openWay('embedded', { filled: true, started: true })
    administrator = way.telegram.administrator()
    await administrator.say('/start')
    const channel = way.telegram.world.addChannel({ title: '村委会', administrators: [administrator.id] })
    way.telegram.world.addBot(channel, administrator.id)
    await way.telegram.quiet()
    committee = administrator.in(channel)
    await linkChat(committee, VILLAGE)
    early = way.telegram.person({ firstName: '早来的' })
    await early.openLink(`v${VILLAGE}`)
    await walk(early, ['好，开始', ...completeCards.healthcare.steps('断药')])
    await way.stop()
    await way.start({ entry: ENTRY, env: { CHANGED_CARDS: 'topic', CHANGED_LOCALES: locales } })
  })
  afterAll(async () => {
    await way?.close()
    rmSync(locales, { recursive: true })
  })

  test('need a definition and texts only: they are asked, submitted, counted and found', async () => {
    expect(cards.map(({ topic }) => topic)).not.toContain('roads')
    const person = way.telegram.person({ firstName: '后来的' })
    await person.openLink(`v${VILLAGE}`)
    await walk(person, ['好，开始', '修路出行', '全村', '路面坑洼', '下一步', /^🙁/])
    expect(person.screen().text).toContain('开的时间够吗')
    await walk(person, ['太短', { text: '一下雨就走不了' }, '跳过', '这个月', '不署名'])
    expect(person.screen().text).toMatch(/修路出行[\s\S]*路面坑洼[\s\S]*时间：🌙 太短/)
    await person.press('✅ 提交')
    await walk(person, ['再说一件', '看病吃药', '我自己', '看牙难', '下一步', /^🙁/, '就这些', '✅ 提交'])
    // the quick way knows it by its words
    await person.say('路面坑洼，三轮车都翻了')
    expect(person.screen().labels[0]).toContain('修路出行')
    await walk(person, [/修路出行/, '✅ 提交'])
    await person.say('/mine')
    expect(person.screen().text).toMatch(/路面坑洼[\s\S]*看牙难/)

    await committee.say('/digest')
    const digest = await committee.waitFor(/本周到现在的意见/)
    expect(digest.text).toMatch(/🛣 出行 2/)
    await committee.press('逐条办理')
    await committee.press(/A02/)
    expect(committee.screen().text).toMatch(/路面坑洼[\s\S]*一下雨就走不了/)

    await administrator.say('/query')
    await administrator.press('修路出行')
    await walk(administrator, ['整个运城市', '全部时间', '全部'])
    expect(administrator.screen().text).toMatch(/2 条[\s\S]*路面坑洼 2/)
  })

  test('leave what was said before as it reads', async () => {
    await early.say('/mine')
    expect(early.screen().text).toContain('药品不全')
    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({
        select: { topic: true, cardVersion: true, aspects: true },
        orderBy: { createdAt: 'asc' },
      }),
    )
    expect(rows).toEqual([
      { topic: 'healthcare', cardVersion: 1, aspects: ['medicines'] },
      { topic: 'roads', cardVersion: 1, aspects: ['potholes'] },
      { topic: 'healthcare', cardVersion: 2, aspects: ['dentist'] },
      { topic: 'roads', cardVersion: 1, aspects: ['potholes'] },
    ])
  })

  endOfScenario(() => way, ['早来的', '后来的', '断药', '一下雨'])
})
