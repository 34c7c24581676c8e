import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Prisma } from '../../prisma/client/client.ts'
import type { PersonActor, PresserActor } from '../../src/access/actor.ts'
import { answerCase } from '../../src/cases/actions/answer-case.ts'
import { type ActorsAction, applyTransition } from '../../src/cases/apply-transition.ts'
import type { Database } from '../../src/db/database.ts'
import { addWords } from '../../src/feedback/add-words.ts'
import { loadTexts } from '../../src/i18n/texts.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { erasePerson } from '../../src/privacy/erase-person.ts'
import { openPostgresForTest, services } from '../support/databases.ts'
import { inParallel } from '../support/in-parallel.ts'
import { agreedPerson } from '../support/known-people.ts'
import { openCase } from '../support/open-case.ts'

const VILLAGE = '140822105201'
const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
/** How often each pair is run in each of its two orders, and how often at the same moment. */
const ROUNDS = Number(process.env.ROUNDS ?? 1)
const WORDS = '降压药断了三个月'
const ANSWER = '降压药断了三个月，我们去进'
const ADDED = '架子上还是空的'

type Tx = Prisma.TransactionClient
interface Subject {
  caseId: string
  submissionId: string
  personId: string
  telegramId: number
}
type Outcome = { ok: true; eventId?: bigint | null } | { ok: false; code: string }
type Doing = (tx: Tx, subject: Subject) => Promise<Outcome>

const skipped = services.postgres ? '' : ' (skipped: there is no PostgreSQL)'

describe.skipIf(!services.postgres)(`two who act on one case at the same moment${skipped}`, () => {
  let database: Database
  let nextId = 1000
  const jobs: { name: string; data: unknown }[] = []
  const texts = loadTexts(join(import.meta.dirname, '../../locales'), 'zh')
  const deps = (tx: Tx) => ({
    tx,
    clock,
    random,
    sendJob: async (_: unknown, job: { name: string; data: unknown }) => void jobs.push(job),
  })
  const presser = (telegramId: number): PresserActor => ({
    kind: 'presser',
    chatId: -1,
    chatType: 'channel',
    telegramId,
    regionCode: VILLAGE,
    runsChat: true,
    grants: [],
  })
  const resident = ({ personId, telegramId }: Subject): PersonActor => ({
    kind: 'person',
    personId,
    telegramId,
  })
  const committee =
    (telegramId: number, action: ActorsAction): Doing =>
    (tx, { caseId }) =>
      applyTransition(deps(tx), { actor: presser(telegramId), caseId, action })
  const own =
    (action: ActorsAction): Doing =>
    (tx, subject) =>
      applyTransition(deps(tx), { actor: resident(subject), caseId: subject.caseId, action })

  /** Everything that can be done, by its name; of two the second acts as somebody else. */
  const doings = (telegramId: number): Record<string, Doing> => ({
    accept: committee(telegramId, { kind: 'accept' }),
    answer: (tx, { caseId }) =>
      answerCase(deps(tx), {
        actor: presser(telegramId),
        caseId,
        text: ANSWER,
        fileIds: [`photo of ${telegramId}`],
      }),
    'answer upon none': (tx, { caseId }) =>
      answerCase(deps(tx), { actor: presser(telegramId), caseId, text: ANSWER, knows: null }),
    withdraw: own({ kind: 'withdraw' }),
    erase: async (tx, subject) => {
      await erasePerson({ tx, clock, texts, timeZone: 'Asia/Shanghai' }, subject.telegramId)
      return { ok: true }
    },
    'verdict fixed': own({ kind: 'verdict', verdict: 'fixed' }),
    reopen: own({ kind: 'verdict', verdict: 'not_fixed' }),
    contentment: own({ kind: 'contentment', contentment: 'fairly' }),
    add: (tx, subject) =>
      addWords(deps(tx), { actor: resident(subject), caseId: subject.caseId, text: ADDED }),
  })
  const names = Object.keys(doings(0))
  const doing = (name: string, telegramId: number): Doing => {
    const found = doings(telegramId)[name]
    if (!found) throw new Error(`nobody can do ${name}`)
    return found
  }

  /** How a case stood before the two. */
  const beginnings: Record<string, string[]> = {
    submitted: [],
    answered: ['answer'],
    closed: ['answer', 'verdict fixed'],
  }

  beforeAll(async () => {
    database = await openPostgresForTest()
    const { prisma } = database
    for (const [code, level, parentCode] of [
      ['1408', 'city', null],
      ['140822', 'county', '1408'],
      ['140822105', 'township', '140822'],
      [VILLAGE, 'village', '140822105'],
    ] as const)
      await prisma.region.create({ data: { code, level, name: code, parentCode } })
  })
  afterAll(async () => await database?.close())

  async function begin(steps: readonly string[]): Promise<Subject> {
    const { prisma } = database
    const telegramId = nextId++
    const { id: personId } = await agreedPerson(database, { telegramId, villageCode: VILLAGE, clock })
    const { id: submissionId } = await prisma.submission.create({
      data: {
        id: randomUUID(),
        personId,
        villageCode: VILLAGE,
        topic: 'healthcare',
        cardVersion: 1,
        aspects: ['medicines'],
        answers: { about: 'me' },
        words: WORDS,
        urgency: 'can_wait',
        visibility: 'committee',
        receipt: randomUUID().slice(0, 8),
        createdAt: clock.now(),
      },
    })
    const caseId = await openCase(prisma, {
      submissionId,
      villageCode: VILLAGE,
      visibility: 'committee',
      at: clock.now(),
    })
    const subject = { caseId, submissionId, personId, telegramId }
    for (const step of steps) await doing(step, 9)(prisma, subject)
    return subject
  }

  /** Each in a transaction on a connection of its own; the second is let go once the first has done its part, not committed. */
  async function run(subject: Subject, first: Doing, second: Doing, ordered: boolean): Promise<Outcome[]> {
    let done = () => {}
    const firstDid = new Promise<void>((resolve) => {
      done = resolve
    })
    const options = { timeout: 30_000, maxWait: 30_000 }
    return await Promise.all([
      database.prisma.$transaction(async (tx) => {
        const outcome = await first(tx, subject).finally(() => done())
        // long enough that the other one has to wait for the locks
        if (ordered) await sleep(30)
        return outcome
      }, options),
      database.prisma.$transaction(async (tx) => {
        if (ordered) await firstDid
        return await second(tx, subject)
      }, options),
    ])
  }

  async function check(subject: Subject, what: string): Promise<string[]> {
    const { prisma } = database
    const row = await prisma.case.findUniqueOrThrow({
      where: { id: subject.caseId },
      include: {
        submission: { include: { additions: true, attachments: true } },
        events: { orderBy: { id: 'asc' } },
      },
    })
    const { submission, events } = row
    const wrong: string[] = []
    const must = (holds: boolean, claim: string) => {
      if (!holds) wrong.push(`${what}: ${claim}; ${events.map(({ kind }) => kind)}`)
    }
    const last = events.at(-1)
    for (const [at, event] of events.entries())
      must(event.fromStatus === (events[at - 1]?.toStatus ?? null), `line ${at} goes on from the one before`)
    must(last?.toStatus === row.status, 'the last line says how the case stands')
    const isErased = submission.personId === null
    must(isErased === events.some(({ kind }) => kind === 'erased'), 'an erasure is in the ledger, once')
    if (isErased) {
      must(row.answer === null && submission.words === null, 'nothing that was said is kept')
      must(
        events.every(({ text }) => text === null),
        'nor in the ledger',
      )
      must(submission.additions.length === 0 && submission.attachments.length === 0, 'nor added or attached')
      const after = events.slice(events.findIndex(({ kind }) => kind === 'erased') + 1)
      must(
        after.every(({ kind }) => kind.startsWith('refused_')),
        'nothing is done after it',
      )
    } else {
      must((row.answer !== null) === events.some(({ kind }) => kind === 'answered'), 'an answer is kept')
      must(
        submission.additions.length === events.filter(({ kind }) => kind === 'added').length,
        'what was added is kept',
      )
      must(
        submission.attachments.length <= events.filter(({ kind }) => kind === 'answered').length,
        'photos belong to answers',
      )
    }
    if (row.status === 'answered' && !isErased) must(row.answer !== null, 'what is answered has an answer')
    if (row.status === 'withdrawn')
      must(
        !events.some(({ kind, fromStatus }) => kind === 'answered' && fromStatus === 'withdrawn'),
        'withdrawn stays',
      )
    return wrong
  }

  const pairs = names.flatMap((a, i) => names.slice(i).map((b) => [a, b] as const))

  it.each(Object.keys(beginnings))(
    'of a case that is %s leave no illegal state, lose no line and keep no words of who erased',
    async (beginning) => {
      const runs = pairs.flatMap(([a, b]) =>
        Array.from({ length: ROUNDS }).flatMap(() => [
          { one: a, two: b, ordered: true },
          { one: b, two: a, ordered: true },
          { one: a, two: b, ordered: false },
        ]),
      )
      const wrong = await inParallel(runs, 4, async ({ one, two, ordered }) => {
        const subject = await begin(beginnings[beginning] ?? [])
        const what = `${beginning}: ${one}, ${ordered ? 'then' : 'and'} ${two}`
        const where = { caseId: subject.caseId }
        const before = await database.prisma.caseEvent.count({ where })
        const outcomes = await run(subject, doing(one, 9), doing(two, 10), ordered)
        const lines = await database.prisma.caseEvent.findMany({
          where,
          orderBy: { id: 'asc' },
          skip: before,
        })
        const kept = lines.filter(({ kind }) => !kind.startsWith('refused_')).length
        const took = outcomes.filter((each) => each.ok && each.eventId !== null).length
        // an erasure of whoever is gone already is none
        const isLost = kept > took || (kept < took && one !== two)
        return [
          ...(await check(subject, what)),
          ...(isLost ? [`${what}: ${took} were done, ${kept} are told`] : []),
        ]
      })
      expect(wrong.flat()).toEqual([])
    },
    240_000,
  )

  it('lets one of two pressers accept, and tells the other; the ledger tells of both', async () => {
    for (let round = 0; round < 10; round += 1) {
      const subject = await begin([])
      const outcomes = await run(subject, doing('accept', 9), doing('accept', 10), false)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'already_accepted' })
      const lines = await database.prisma.caseEvent.findMany({
        where: { caseId: subject.caseId },
        orderBy: { id: 'asc' },
      })
      expect(lines.map(({ kind }) => kind)).toEqual(['submitted', 'accepted', 'refused_accept'])
      expect(
        lines
          .slice(1)
          .map(({ actorTelegramId }) => Number(actorTelegramId))
          .sort(),
      ).toEqual([10, 9])
    }
  })

  it('lets one of two answers stand where both were begun upon none', async () => {
    const subject = await begin([])
    const outcomes = await run(subject, doing('answer upon none', 9), doing('answer upon none', 10), false)
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'answered_meanwhile' })
  })

  it('answers nothing that is being erased, and erases what was answered a moment before', async () => {
    const kinds = async (first: string, second: string) => {
      const subject = await begin([])
      const outcomes = await run(subject, doing(first, 9), doing(second, 10), true)
      const row = await database.prisma.case.findUniqueOrThrow({ where: { id: subject.caseId } })
      return { outcomes, status: row.status, answer: row.answer }
    }
    expect(await kinds('erase', 'answer')).toMatchObject({
      outcomes: [{ ok: true }, { ok: false, code: 'erased' }],
      status: 'erased',
      answer: null,
    })
    expect(await kinds('answer', 'erase')).toMatchObject({
      outcomes: [{ ok: true }, { ok: true }],
      status: 'answered',
      answer: null,
    })
    expect(await kinds('withdraw', 'answer')).toMatchObject({
      outcomes: [{ ok: true }, { ok: false, code: 'withdrawn' }],
      status: 'withdrawn',
      answer: null,
    })
    expect(await kinds('answer', 'withdraw')).toMatchObject({
      outcomes: [{ ok: true }, { ok: false, code: 'already_answered' }],
      status: 'answered',
      answer: ANSWER,
    })
  })
})
