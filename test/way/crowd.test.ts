import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { seededRandom } from '../../bench/support/seeded-random.ts'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { isLong, sizeOf } from '../support/how-long.ts'
import { importSample } from '../support/import-sample.ts'
import { openTwoProcessWay } from '../support/open-two-process-way.ts'
import { openWay, type Way } from '../support/open-way.ts'
import type { Step } from '../support/walk.ts'
import { completeCards, submissionFacts } from './cards.ts'
import { VILLAGES } from './main/cast.ts'

/** A city's rush hour is CROWD=500: at 30 messages a second each of the cases takes five minutes then. */
const CROWD = sizeOf('CROWD', { short: 20, long: 60 })
const PENALTIES = isLong ? [1, 5, 30] : [1, 5]
const LONGEST_MS = 300_000 + CROWD * 5_000
vi.setConfig({ testTimeout: LONGEST_MS, hookTimeout: LONGEST_MS })

const PER_SECOND = 30
const LOOK_EVERY_MS = 50
/** Whoever has seen nothing for so long says it again. */
const PATIENCE_MS = 3_000

const ways = ['polling', 'webhook'] as const
const cases = PENALTIES.flatMap((seconds) => ways.map((by) => ({ seconds, by })))

describe.each(cases)(
  `${CROWD} people at once, ${PER_SECOND} messages a second allowed, $seconds s of refusals, by $by`,
  ({ seconds, by }) => {
    const runs = by === 'polling' || (services.postgres !== null && services.redis !== null)
    const telegram = {
      enforceLimits: true,
      limits: {
        perSecond: PER_SECOND,
        perSecondPerChat: 1_000,
        perMinutePerGroup: 20,
        penaltySeconds: seconds,
      },
      pressTimeoutMs: LONGEST_MS,
    }
    let way: Way & { close(): Promise<void> }
    beforeAll(async () => {
      if (!runs) return
      if (by === 'polling') {
        way = await openWay(services.postgres ? 'PostgreSQL' : 'embedded', {
          filled: true,
          started: true,
          env: { RATE_LIMIT: '0' },
          telegram,
        })
        return
      }
      const two = await openTwoProcessWay({ RATE_LIMIT: '0' }, telegram)
      way = two
      await importSample(two.data.env)
      await two.start()
    })
    afterAll(() => way?.close())

    test.skipIf(!runs)(
      'everybody is answered, in order, once, and no word is at another question',
      async () => {
        const random = seededRandom(seconds)
        const people = Array.from({ length: CROWD }, (_, i) => way.telegram.person({ firstName: `众人${i}` }))
        // whatever the program makes of the limit by itself: Telegram refuses some once, too
        way.telegram.world.failNext({
          method: 'sendMessage',
          times: 3,
          errorCode: 429,
          description: `Too Many Requests: retry after ${seconds}`,
          parameters: { retry_after: seconds },
        })
        await Promise.all(people.map((person, i) => fillIn(way, person, i, random() * 1000)))

        const rows = await way.withDatabase(({ prisma }) =>
          prisma.submission.findMany({
            select: { ...submissionFacts, person: { select: { telegramId: true } } },
          }),
        )
        for (const [i, { id }] of people.entries()) {
          const own = rows.filter(({ person }) => Number(person?.telegramId) === id)
          const expected = { ...completeCards.healthcare.row(wordsOf(i)), words: expect.any(String) }
          expect(own).toEqual([{ ...expected, person: expect.anything() }])
          expect(new Set(own[0]?.words?.split('\n'))).toEqual(new Set([wordsOf(i)]))
        }
        for (const person of people) expectShownOnceInOrder(way, person)
      },
    )
  },
)

const wordsOf = (i: number) => `第${i}家常常断药`

/** One person: the link within the first second, then each step when the screen before it is there. */
async function fillIn(way: Way, person: Actor, i: number, afterMs: number): Promise<void> {
  const steps: Step[] = ['好，开始', ...completeCards.healthcare.steps(wordsOf(i))]
  const isImpatient = i % 3 === 0
  await sleep(afterMs)
  const link = () => way.telegram.world.deepLink(person.id, `v${VILLAGES[i % VILLAGES.length]}`)
  await untilShown(person, () => void link())
  for (const step of steps) {
    if (typeof step === 'string' || step instanceof RegExp)
      await untilShown(person, () => void person.pressAndLeave(step).catch(() => {}))
    else {
      const isWords = 'text' in step && step.text === wordsOf(i)
      await untilShown(person, () => void person.sendAndLeave(step), isImpatient && isWords)
    }
  }
  expect(person.screen().text).toContain('收到了')
}

/** Does something and waits until the bot's newest message is another one, or says something else. */
async function untilShown(person: Actor, act: () => void, saysItAgain = false): Promise<void> {
  const newest = () => {
    const bots = person.messages().filter(({ from }) => from?.is_bot)
    const { message_id, text, reply_markup } = bots.at(-1) ?? {}
    return JSON.stringify([message_id, text, reply_markup])
  }
  const before = newest()
  const startedAt = Date.now()
  act()
  for (let repeats = 0; newest() === before; await sleep(LOOK_EVERY_MS)) {
    const waitedMs = Date.now() - startedAt
    if (waitedMs > LONGEST_MS) throw new Error(`nobody was shown anything after ${before}`)
    if (saysItAgain && repeats === 0 && waitedMs > PATIENCE_MS) {
      repeats += 1
      act()
    }
  }
}

/** What the chat was shown, by the calls that Telegram took: never the same twice in a row, and never back. */
function expectShownOnceInOrder(way: Way, person: Actor): void {
  const shown = way.telegram.world
    .calls()
    .filter(
      ({ ok, method, params }) => ok && /^(send|edit)Message/.test(method) && isFor(params, person.chatId),
    )
    .map(({ params }) => params as { text: string; reply_markup?: unknown })
  const screens = shown.map(({ text, reply_markup }) => JSON.stringify([text, reply_markup]))
  expect(screens.filter((screen, at) => screen === screens[at - 1])).toEqual([])
  const questions = shown.flatMap(({ text }) => /· (\d)\/9/.exec(text)?.[1] ?? [])
  expect(questions).toEqual([...questions].sort())
  expect(new Set(questions).size).toBe(9)
  expect(shown.filter(({ text }) => text.includes('收到了'))).toHaveLength(1)
}

const isFor = (params: unknown, chatId: number) =>
  Number((params as { chat_id?: unknown }).chat_id) === chatId
