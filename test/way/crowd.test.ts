import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { seededRandom } from '../../bench/support/seeded-random.ts'
import type { Actor, Screen } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { isLong, sizeOf } from '../support/how-long.ts'
import { importSample } from '../support/import-sample.ts'
import { openTwoProcessWay } from '../support/open-two-process-way.ts'
import { openWay, type Way } from '../support/open-way.ts'
import type { Step } from '../support/walk.ts'
import { completeCards, submissionFacts } from './cards.ts'
import { VILLAGES } from './main/cast.ts'

/**
 * A city's rush hour is CROWD=500 LONG=1: at 30 messages a second each case takes about five minutes then. Two cases run side
 * by side, each with a program and a Telegram of its own, since they wait for the limit more than for the machine; one of
 * them on the embedded database, since PostgreSQL lets in a hundred connections and other tests need some, too.
 */
const CROWD = sizeOf('CROWD', { short: 20, long: 120 })
const PENALTIES = isLong ? [1, 5, 30] : [1, 5]
const LONGEST_MS = 300_000 + CROWD * 10_000
vi.setConfig({ testTimeout: LONGEST_MS, hookTimeout: LONGEST_MS })

const PER_SECOND = 30
/** Each look of somebody costs time that the program has not, so a crowd looks less often. */
const LOOK_EVERY_MS = Math.max(50, CROWD)
/** Whoever has seen nothing for so long says it again. */
const PATIENCE_MS = 3_000

const ways = ['polling', 'webhook'] as const
const runs = { polling: true, webhook: services.postgres !== null && services.redis !== null }

describe.each(PENALTIES)(
  `${CROWD} people at once, ${PER_SECOND} messages a second, %i s of refusals`,
  (seconds) => {
    test.concurrent.each(ways.filter((by) => runs[by]))(
      'are all answered by %s, in order, once, and no word is at another question',
      async (by) => {
        const way = await open(by, seconds)
        try {
          const random = seededRandom(seconds)
          const people = Array.from({ length: CROWD }, (_, i) =>
            way.telegram.person({ firstName: `众人${i}` }),
          )
          // whatever the program makes of the limit by itself: Telegram refuses some once, too
          way.telegram.world.failNext({
            method: 'sendMessage',
            times: 3,
            errorCode: 429,
            description: `Too Many Requests: retry after ${seconds}`,
            parameters: { retry_after: seconds },
          })
          const begunAt = Date.now()
          await Promise.all(people.map((person, i) => fillIn(way, person, i, random() * 1000)))
          if (isLong) report(way, `${CROWD} people, ${seconds} s, ${by}`, Date.now() - begunAt)

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
        } finally {
          await way.close()
        }
      },
    )
  },
)

async function open(
  by: (typeof ways)[number],
  penaltySeconds: number,
): Promise<Way & { close(): Promise<void> }> {
  const limits = { perSecond: PER_SECOND, perSecondPerChat: 1_000, perMinutePerGroup: 20, penaltySeconds }
  const telegram = { enforceLimits: true, limits, pressTimeoutMs: LONGEST_MS, callHistory: CROWD * 1_000 }
  const env = { RATE_LIMIT: '0', MESSAGES_PER_SECOND: '30' }
  if (by === 'polling') return await openWay('embedded', { filled: true, started: true, env, telegram })
  const way = await openTwoProcessWay(env, telegram)
  await importSample(way.data.env)
  await way.start()
  return way
}

const wordsOf = (i: number) => `第${i}家常常断药`

/** One person: the link within the first second, then each step when the screen before it is there. */
async function fillIn(way: Way, person: Actor, i: number, afterMs: number): Promise<void> {
  const steps: Step[] = ['好，开始', ...completeCards.healthcare.steps(wordsOf(i))]
  const isImpatient = i % 3 === 0
  await sleep(afterMs)
  const link = () => way.telegram.world.deepLink(person.id, `v${VILLAGES[i % VILLAGES.length]}`)
  await untilShown(person, () => void link())
  for (const step of steps) {
    if (typeof step === 'string' || step instanceof RegExp) {
      // what was said twice is answered twice: the screen that was asked for may come as the second
      while (!hasButton(person, step)) await sleep(LOOK_EVERY_MS)
      await untilShown(person, () => void person.pressAndLeave(step).catch(() => {}))
    } else {
      const isWords = 'text' in step && step.text === wordsOf(i)
      await untilShown(person, () => void person.sendAndLeave(step), isImpatient && isWords)
    }
  }
  expect(person.screen().text).toContain('收到了')
}

/** Does something and waits until the bot's newest message is another one, or says something else. */
async function untilShown(person: Actor, act: () => void, saysItAgain = false): Promise<void> {
  const newest = () => {
    const { messageId, text, message } = shownTo(person) ?? {}
    return JSON.stringify([messageId, text, message?.reply_markup])
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

/** Null before the first screen. */
function shownTo(person: Actor): Screen | null {
  try {
    return person.screen()
  } catch {
    return null
  }
}

function hasButton(person: Actor, label: string | RegExp): boolean {
  const labels = shownTo(person)?.labels ?? []
  return labels.some((each) => (typeof label === 'string' ? each.includes(label) : label.test(each)))
}

/** For the long form only: how fast it went, and how often Telegram refused. */
function report(way: Way, of: string, tookMs: number): void {
  const calls = way.telegram.world.calls()
  const refused = calls.filter(({ ok, description }) => !ok && /Too Many Requests/.test(description ?? ''))
  const seconds = (tookMs / 1000).toFixed(0)
  process.stdout.write(`${of}: ${seconds} s, ${calls.length} calls, ${refused.length} of them refused\n`)
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
