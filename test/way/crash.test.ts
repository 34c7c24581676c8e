import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '../support/actor.ts'
import { services } from '../support/databases.ts'
import { isLong } from '../support/how-long.ts'
import { type OneProcessWay, openWay } from '../support/open-way.ts'
import type { EngineName } from '../support/product-data.ts'
import { LONGEST_TEST_MS } from '../support/start-product.ts'
import { until } from '../support/until.ts'
import { receiptOn, type Step, walk } from '../support/walk.ts'
import { completeCards, submissionFacts } from './cards.ts'
import { endOfScenario } from './end-of-scenario.ts'
import { VILLAGE } from './main/cast.ts'

vi.setConfig({ testTimeout: LONGEST_TEST_MS, hookTimeout: LONGEST_TEST_MS })

/** Both in the long form only. */
const engines: EngineName[] = [
  ...(isLong || !services.postgres ? ['embedded' as const] : []),
  ...(services.postgres ? ['PostgreSQL' as const] : []),
]

const card = completeCards.healthcare
const [topic, about, ...steps] = card.steps('断药')
/** what is on the screen when the step of that number has been dealt with */
const shows = [
  ...[2, 3, 4, 5, 6, 7, 8, 9].map((question) => new RegExp(`· ${question}/9`)),
  /请看一遍/,
  /收到了/,
]
/** After the press the program lives on for so long, and up to a half longer: most of the work is done in 50 ms. */
const delaysMs = [0, 3, 8, 14, 20, 28, 40, 60, 110, 200]

describe.each(engines)('kill -9 while people are at work, on %s', (engine) => {
  let way: OneProcessWay
  let walker: Actor
  let talker: Actor
  let submitters: Actor[]
  const receipts = new Map<number, string>()

  beforeAll(async () => {
    way = await openWay(engine, { filled: true, started: true })
    await way.telegram.administrator().say('/start')
    walker = way.telegram.person({ firstName: '走路人' })
    await walker.openLink(`v${VILLAGE}`)
    await walk(walker, ['好，开始', topic ?? '', about ?? ''])
    talker = way.telegram.person({ firstName: '话多的' })
    submitters = steps.map((_, i) => way.telegram.person({ firstName: `提交人${i}` }))
    await Promise.all(
      submitters.map(async (submitter) => {
        await submitter.openLink(`v${VILLAGE}`)
        await walk(submitter, ['好，开始', '看病吃药', '我自己', '医生少', '下一步', /^🙁/, '就这些'])
      }),
    )
  })
  afterAll(() => way?.close())

  /** The program dies the moment that a screen with these words is out: what led to it is done, but not confirmed. */
  const killOnceShown = async (actor: Actor, words: string, act: () => void) => {
    const { world } = way.telegram
    const { pid } = way.product()
    const stop = world.onEvent((event) => {
      if ((event.type === 'message' || event.type === 'edited') && event.message.text?.includes(words))
        process.kill(pid, 'SIGKILL')
    })
    act()
    await until(() => actor.screen().text.includes(words), { what: words })
    stop()
    await way.kill9()
    expect(world.pendingUpdates()).toHaveLength(1)
  }

  test.each(steps.map((_, i) => i))(
    'at step %i the card goes on where it was, and what was submitted is there once',
    async (i) => {
      const [step, submitter] = [steps[i], submitters[i]]
      if (step === undefined || !submitter) throw new Error('no such step')
      takeAndLeave(walker, step)
      void submitter.pressAndLeave('✅ 提交')
      await sleep((delaysMs[i] ?? 300) * (1 + Math.random() / 2))
      await way.kill9()
      await way.start()
      await way.telegram.quiet()

      expect(walker.screen().text).toMatch(shows[i] ?? /never/)
      // what was taken before the crash is not met with a reproach when it comes again
      expect(walker.screen().text).not.toContain('这一题')
      expect(submitter.screen().text).toContain('收到了')
      receipts.set(submitter.id, receiptOn(submitter))
    },
  )

  test('words that were taken and shown, but not confirmed, come again and change nothing', async () => {
    await talker.openLink(`v${VILLAGE}`)
    await walk(talker, ['好，开始', '孩子上学', '孩子', '校车', '下一步', /^🙁/, '跳过', '跳过'])
    for (const [words, next] of [
      ['校车太远', '· 7/9'],
      ['停到村口', '· 8/9'],
    ] as const) {
      await killOnceShown(talker, next, () => talker.sendAndLeave({ text: words, afterSeconds: 61 }))
      await way.start()
      await way.telegram.quiet()
      expect(talker.screen().text).toContain(next)
      expect(talker.screen().text).not.toContain('这一题')
    }
    await walk(talker, ['就这些', '✅ 提交'])
  })

  test('right after the receipt was sent', async () => {
    const resident = way.telegram.person({ firstName: '最后一个' })
    submitters.push(resident)
    await resident.openLink(`v${VILLAGE}`)
    await walk(resident, ['好，开始', '老人照护', '邻居', '吃饭难', '下一步', /^🙁/, '就这些'])
    await killOnceShown(resident, '收到了', () => void resident.pressAndLeave('✅ 提交'))
    const receipt = receiptOn(resident)
    await way.start()
    await way.telegram.quiet()
    expect(receiptOn(resident)).toBe(receipt)
    receipts.set(resident.id, receipt)
    await resident.say(receipt)
    expect(resident.screen().text).toMatch(/吃饭难[\s\S]*还没人接/)
  })

  test('everybody has exactly one submission, with the receipt that they were shown', async () => {
    const rows = await way.withDatabase(({ prisma }) =>
      prisma.submission.findMany({
        select: {
          ...submissionFacts,
          receipt: true,
          person: { select: { telegramId: true } },
          case: { select: { number: true, _count: { select: { events: true } } } },
        },
      }),
    )
    const of = (id: number) => rows.filter((row) => Number(row.person?.telegramId) === id)
    expect(of(walker.id)).toMatchObject([card.row('断药')])
    expect(of(talker.id)).toMatchObject([{ words: '校车太远', wish: '停到村口' }])
    expect(submitters.map(({ id }) => of(id).map((row) => row.receipt.replace(/^.{4}/, '$&-')))).toEqual(
      submitters.map(({ id }) => [receipts.get(id)]),
    )
    // numbers of the ledger without gaps, each with one line
    expect(rows.map((row) => row.case?.number).sort((a, b) => Number(a) - Number(b))).toEqual(
      rows.map((_, i) => i + 1),
    )
    expect(rows.every((row) => row.case?._count.events === 1)).toBe(true)
  })

  endOfScenario(() => way, ['走路人', '提交人', '话多的', '断药', '校车太远', '停到村口'])
})

function takeAndLeave(actor: Actor, step: Step): void {
  if (typeof step === 'string' || step instanceof RegExp) void actor.pressAndLeave(step)
  else actor.sendAndLeave(step)
}
