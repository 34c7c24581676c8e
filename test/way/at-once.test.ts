import { randomInt } from 'node:crypto'
import type { Update } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { sizeOf } from '../support/how-long.ts'
import { importSample } from '../support/import-sample.ts'
import { inParallel } from '../support/in-parallel.ts'
import { openTwoProcessWay, type TwoProcessWay } from '../support/open-two-process-way.ts'
import { type OneProcessWay, openWay, type Way } from '../support/open-way.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { walk } from '../support/walk.ts'
import { submissionFacts } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

const CHATS = sizeOf('CHATS', { short: 40, long: 200 })
const LONGEST_MS = LONGEST_TEST_MS + CHATS * 500
vi.setConfig({ testTimeout: LONGEST_MS, hookTimeout: LONGEST_TEST_MS })

const toWords = ['好，开始', '看病吃药', '我自己', '药品不全', '下一步', /^🙁/, '跳过', '跳过']
const row = (i: number) => ({
  topic: 'healthcare',
  aspects: ['medicines'],
  satisfaction: 2,
  answers: { about: 'me' },
  words: `第${i}家断药\n盼着备齐`,
  wish: null,
  urgency: 'this_month',
  visibility: 'committee_named',
})

/** Opens so many cards up to the words, then sends these in two messages, and three presses: five updates of each chat at the same moment, all chats at once. */
async function fiveAtOnce(way: Way, chats: number): Promise<Actor[]> {
  const people = Array.from({ length: chats }, (_, i) => way.telegram.person({ firstName: `乡亲${i}` }))
  await inParallel(people, 12, async (person) => {
    await person.openLink(`v${VILLAGE}`)
    await walk(person, toWords)
  })
  const open = people.map((person) => person.button('跳过'))
  people.forEach((person, i) => {
    const { messageId, data = '' } = open[i] ?? { messageId: 0 }
    // what the next screens will bear, pressed as soon as one can
    const press = (answer: string) =>
      way.telegram.world.press(person.id, person.chatId, messageId, data.replace('s:words', answer), {
        stale: true,
      })
    for (const text of row(i).words.split('\n')) person.sendAndLeave({ text })
    void press('s:wish')
    void press('c:urgency:this_month')
    void press('c:visibility:committee_named')
  })
  await until(() => way.telegram.world.pendingUpdates().length === 0, {
    what: 'everything is dealt with',
    within: LONGEST_MS,
  })
  return people
}

async function submitAll(people: readonly Actor[]): Promise<void> {
  await inParallel(people, 12, async (person) => {
    // a press that came before its question was shown is refused, and pressed again
    if (person.screen().text.includes('· 7/9')) await person.press('跳过')
    if (person.screen().text.includes('· 8/9')) await person.press('这个月')
    if (person.screen().text.includes('· 9/9')) await person.press('署我的名')
    expect(person.screen().text).toContain('请看一遍')
    await person.press('✅ 提交')
    expect(person.screen().text).toContain('收到了')
  })
}

async function rowsOf(way: Way, people: readonly Actor[]) {
  const rows = await way.withDatabase(({ prisma }) =>
    prisma.submission.findMany({
      where: { person: { telegramId: { in: people.map(({ id }) => BigInt(id)) } } },
      select: { ...submissionFacts, person: { select: { telegramId: true } } },
    }),
  )
  return people.map(({ id }) =>
    rows.filter((each) => Number(each.person?.telegramId) === id).map(({ person: _, ...facts }) => facts),
  )
}

describe(`five updates of one chat at the same moment, in ${CHATS} chats at once, by polling`, () => {
  let way: OneProcessWay
  beforeAll(async () => {
    way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', {
      filled: true,
      started: true,
      env: { RATE_LIMIT: '0' },
    })
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  test('are taken in their order, none is lost, and every form completes', async () => {
    const people = await fiveAtOnce(way, CHATS)
    for (const person of people) expect(person.screen().text).toContain('请看一遍')
    await submitAll(people)
    expect(await rowsOf(way, people)).toEqual(people.map((_, i) => [row(i)]))
  })

  endOfScenario(() => way, ['乡亲', '断药'])
})

describe.skipIf(!services.postgres || !services.redis)('the same by webhook, through two processes', () => {
  let way: TwoProcessWay
  beforeAll(async () => {
    way = await openTwoProcessWay({ RATE_LIMIT: '0' })
    await importSample(way.data.env)
    await way.start()
    await way.telegram.administrator().say('/start')
  })
  afterAll(() => way?.close())

  // Telegram does not say whether a press or a text of the same moment was first, so presses may be refused as too early
  test('words are taken in their order, none is lost, and every form completes', async () => {
    const people = await fiveAtOnce(way, CHATS)
    await submitAll(people)
    expect(await rowsOf(way, people)).toEqual(people.map((_, i) => [row(i)]))
    expect(way.proxy.answered().every((count) => count > CHATS)).toBe(true)
  })

  test('the pieces of a long text are put in their order, whatever the order in which they arrive', async () => {
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]
    const people = await inParallel(orders, 4, async (order, i) => {
      const person = way.telegram.person({ firstName: `长话${i}` })
      await person.openLink(`v${VILLAGE}`)
      await walk(person, toWords)
      const from = person.screen().message
      const texts = ['村'.repeat(4096), '镇'.repeat(4096), `到此为止${i}`]
      for (const [turn, at] of order.entries()) {
        const message = {
          message_id: from.message_id + 10 + at,
          date: from.date + 3,
          chat: from.chat,
          from: { id: person.id, is_bot: false, first_name: '长话', language_code: 'zh-hans' },
          text: texts[at],
        }
        await post(way, turn, { update_id: randomInt(2 ** 30, 2 ** 31), message } as Update)
      }
      await walk(person, ['就这些', '✅ 提交'])
      return person
    })
    const rows = await rowsOf(way, people)
    expect(rows.map(([found]) => found?.words)).toEqual(
      people.map((_, i) => `${'村'.repeat(4096)}${'镇'.repeat(4096)}到此为止${i}`),
    )
    expect(rows.map(([found]) => found?.wish)).toEqual(people.map(() => null))
  })

  test('a late press on a button of a card that was given up leaves the open one where it stands', async () => {
    const person = way.telegram.person({ firstName: '反悔的' })
    await person.openLink(`v${VILLAGE}`)
    await walk(person, ['好，开始', '看病吃药'])
    const old = person.button('我自己')
    await walk(person, ['返回', '孩子上学'])
    expect(person.screen().messageId).toBe(old.messageId)
    await person.pressSeen(old)
    expect(person.screen()).toMatchObject({ messageId: old.messageId })
    expect(person.screen().text).toMatch(/孩子上学 · 1\/9/)
    await person.press('孩子')
    expect(person.screen().text).toContain('· 2/9')
  })

  test('an update that had no effect at first has none when it comes again much later', async () => {
    const person = way.telegram.person({ firstName: '再来的' })
    await person.openLink(`v${VILLAGE}`)
    await person.press('好，开始')
    const topic = person.button('看病吃药')
    await walk(person, ['看病吃药', '我自己', '药品不全', '下一步', /^🙁/])
    await person.pressSeen(topic)
    const again = way.telegram.world
      .givenUpdates()
      .findLast(
        ({ callback_query }) => callback_query?.from.id === person.id && callback_query.data === topic.data,
      )
    await walk(person, ['就这些', '✅ 提交'])
    if (!again) throw new Error('it did not come at all')
    await post(way, 0, again)
    await person.say('/feedback')
    expect(person.screen().labels.join()).not.toContain('接着填')
  })

  endOfScenario(() => way, ['乡亲', '断药', '到此为止'])
})

/** Brings an update to one of the two, past the order that Telegram keeps. */
async function post(way: TwoProcessWay, turn: number, update: Update): Promise<void> {
  const target = way.proxy.targets[turn % way.proxy.targets.length]
  const answer = await fetch(`${target}/telegram/webhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': way.secret },
    body: JSON.stringify(update),
  })
  expect(answer.status).toBe(200)
}
