import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor, PresserActor } from '../../src/access/actor.ts'
import { answerCase } from '../../src/cases/actions/answer-case.ts'
import { type ActorsAction, applyTransition } from '../../src/cases/apply-transition.ts'
import { listOpenCases } from '../../src/cases/list-open-cases.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { addWords, MOST_ADDED_LETTERS, MOST_ADDITIONS } from '../../src/feedback/add-words.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { engines } from '../support/databases.ts'
import { agreedPerson } from '../support/known-people.ts'
import { openCase } from '../support/open-case.ts'

const VILLAGE = '140822105201'
const OTHER_VILLAGE = '140822105202'
const clock = { now: () => new Date('2026-11-20T02:00:00Z') }

describe.each(engines)('the ledger on $name', ({ open }) => {
  let database: Database
  let owner: string
  let stranger: string

  beforeAll(async () => {
    database = await open()
    const { prisma } = database
    for (const [code, level, parentCode] of [
      ['1408', 'city', null],
      ['140822', 'county', '1408'],
      ['140822105', 'township', '140822'],
      [VILLAGE, 'village', '140822105'],
      [OTHER_VILLAGE, 'village', '140822105'],
    ] as const)
      await prisma.region.create({ data: { code, level, name: code, parentCode } })
    owner = (await agreedPerson(database, { telegramId: 1, villageCode: VILLAGE, clock })).id
    stranger = (await agreedPerson(database, { telegramId: 2, villageCode: VILLAGE, clock })).id
  })
  afterAll(async () => await database.close())

  async function newCase(): Promise<string> {
    const { prisma } = database
    const { id } = await prisma.submission.create({
      data: {
        id: random.uuid(),
        personId: owner,
        villageCode: VILLAGE,
        topic: 'healthcare',
        cardVersion: 1,
        aspects: ['medicines'],
        answers: {},
        urgency: 'can_wait',
        visibility: 'committee',
        receipt: random.uuid().slice(0, 8),
        createdAt: clock.now(),
      },
    })
    return await openCase(prisma, {
      submissionId: id,
      villageCode: VILLAGE,
      visibility: 'committee',
      at: clock.now(),
    })
  }

  const told: Job[] = []
  const sendJob = async (_: unknown, job: Job) => void told.push(job)
  const deps = () => ({ tx: database.prisma, clock, random, sendJob })
  const presser = (changed: Partial<PresserActor> = {}): PresserActor => ({
    kind: 'presser',
    chatId: -1,
    chatType: 'channel',
    telegramId: 9,
    regionCode: VILLAGE,
    runsChat: true,
    grants: [],
    ...changed,
  })
  const resident = (personId = owner): PersonActor => ({ kind: 'person', personId, telegramId: 1 })
  const apply = (caseId: string, actor: PersonActor | PresserActor, action: ActorsAction) =>
    applyTransition(deps(), { actor, caseId, action })
  const accept = (caseId: string, actor = presser()) => apply(caseId, actor, { kind: 'accept' })
  const answer = (caseId: string, text = '今天起备药') =>
    answerCase(deps(), { actor: presser(), caseId, text })
  const verdict = (caseId: string, word: 'fixed' | 'not_fixed', personId = owner) =>
    apply(caseId, resident(personId), { kind: 'verdict', verdict: word })
  const withdraw = (caseId: string, personId = owner) =>
    apply(caseId, resident(personId), { kind: 'withdraw' })
  const contentment = (caseId: string, word: 'fairly' | 'satisfied') =>
    apply(caseId, resident(), { kind: 'contentment', contentment: word })
  const caseRow = (id: string) => database.prisma.case.findUniqueOrThrow({ where: { id } })
  const eventsOf = async (caseId: string) =>
    (await database.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(
      (event) => event.kind,
    )

  it('goes from submitted over accepted and answered to the resident’s verdict', async () => {
    const id = await newCase()
    expect(await accept(id)).toMatchObject({ ok: true })
    expect(await accept(id)).toEqual({ ok: false, code: 'already_accepted' })
    expect(await answer(id)).toMatchObject({ ok: true })
    expect(await verdict(id, 'fixed')).toMatchObject({ ok: true })
    expect(await contentment(id, 'fairly')).toMatchObject({ ok: true })
    expect(await caseRow(id)).toMatchObject({ status: 'answered', verdict: 'fixed', contentment: 'fairly' })
    expect(await eventsOf(id)).toEqual([
      'submitted',
      'accepted',
      'refused_accept',
      'answered',
      'verdict_fixed',
      'contentment_fairly',
    ])
  })

  it('writes how the case stood before and after into each line', async () => {
    const id = await newCase()
    await answer(id)
    await verdict(id, 'not_fixed')
    const lines = await database.prisma.caseEvent.findMany({
      where: { caseId: id },
      orderBy: { id: 'asc' },
      select: { fromStatus: true, toStatus: true, actorTelegramId: true },
    })
    expect(lines).toEqual([
      { fromStatus: null, toStatus: 'submitted', actorTelegramId: null },
      { fromStatus: 'submitted', toStatus: 'answered', actorTelegramId: 9n },
      { fromStatus: 'answered', toStatus: 'accepted', actorTelegramId: null },
    ])
  })

  it('leaves the jobs that tell of each line, whoever wrote it', async () => {
    const id = await newCase()
    told.length = 0
    await accept(id)
    await answer(id)
    await verdict(id, 'not_fixed')
    await addWords(deps(), { actor: resident(), caseId: id, text: '还是没有' })
    await withdraw(id)
    expect(told).toEqual([
      { name: 'tell-resident', data: { caseId: id, news: 'accepted' } },
      { name: 'tell-resident', data: { caseId: id, news: 'answered' } },
      { name: 'tell-committee', data: { caseId: id, news: 'reopened' } },
      { name: 'tell-committee', data: { caseId: id, news: 'added' } },
    ])
  })

  it('is reopened by "not fixed", and a new answer waits for a new verdict', async () => {
    const id = await newCase()
    await answer(id)
    expect(await verdict(id, 'not_fixed')).toMatchObject({ ok: true })
    expect(await caseRow(id)).toMatchObject({ status: 'accepted', verdict: 'not_fixed' })
    const { cases } = await listOpenCases(database.prisma, VILLAGE, 0)
    expect(cases.map((each) => each.id)).toContain(id)
    expect(await answer(id, '换了地方')).toMatchObject({ ok: true })
    expect(await caseRow(id)).toMatchObject({ status: 'answered', verdict: null, answer: '换了地方' })
  })

  it('takes a verdict only from the resident, and only once there is an answer', async () => {
    const id = await newCase()
    expect(await verdict(id, 'fixed')).toEqual({ ok: false, code: 'not_answered' })
    await answer(id)
    expect(await verdict(id, 'fixed', stranger)).toEqual({ ok: false, code: 'unknown_case' })
    expect(await contentment(id, 'satisfied')).toEqual({ ok: false, code: 'no_verdict' })
  })

  it('writes nothing where the same was said before', async () => {
    const id = await newCase()
    await answer(id)
    await verdict(id, 'fixed')
    await contentment(id, 'fairly')
    expect(await verdict(id, 'fixed')).toMatchObject({ ok: true, eventId: null })
    expect(await contentment(id, 'fairly')).toMatchObject({ ok: true, eventId: null })
    expect(await caseRow(id)).toMatchObject({ verdict: 'fixed', contentment: 'fairly' })
    expect(await eventsOf(id)).toEqual(['submitted', 'answered', 'verdict_fixed', 'contentment_fairly'])
  })

  it('hides a case from a committee that does not hold it, and lets nobody act who may only read', async () => {
    const id = await newCase()
    const unknown = { ok: false, code: 'unknown_case' }
    expect(await accept(id, presser({ regionCode: OTHER_VILLAGE }))).toEqual(unknown)
    expect(await accept(id, presser({ regionCode: null }))).toEqual(unknown)
    expect(await accept(randomUUID())).toEqual(unknown)
    expect(await accept(id, presser({ runsChat: false }))).toEqual({ ok: false, code: 'not_entitled' })
    expect(await accept(id, presser({ telegramId: null }))).toEqual({ ok: false, code: 'not_entitled' })
    expect(await eventsOf(id)).toEqual(['submitted'])
    expect(await accept(id, presser({ regionCode: '140822' }))).toMatchObject({ ok: true })
  })

  it('takes an answer only while the one that it was begun upon still stands', async () => {
    const id = await newCase()
    const reply = (text: string, knows: bigint | null, telegramId: number) =>
      answerCase(deps(), { actor: presser({ telegramId }), caseId: id, text, knows })
    const first = await reply('备药了', null, 9)
    expect(first).toMatchObject({ ok: true })
    expect(await reply('没有药', null, 10)).toEqual({ ok: false, code: 'answered_meanwhile' })
    expect(await caseRow(id)).toMatchObject({ answer: '备药了' })
    expect(await reply('药都备齐了', first.ok ? first.eventId : null, 10)).toMatchObject({ ok: true })
    expect(await eventsOf(id)).toEqual(['submitted', 'answered', 'refused_answer', 'answered'])
  })

  it('lets the resident take back what was not answered, once and for all', async () => {
    const id = await newCase()
    expect(await withdraw(id, stranger)).toMatchObject({ code: 'unknown_case' })
    expect(await withdraw(id)).toMatchObject({ ok: true })
    expect(await withdraw(id)).toMatchObject({ ok: true, eventId: null })
    expect(await accept(id)).toEqual({ ok: false, code: 'withdrawn' })
    expect(await answer(id)).toEqual({ ok: false, code: 'withdrawn' })
    expect(await answer(id)).toEqual({ ok: false, code: 'withdrawn' })
    // also who came too late, once each
    expect(await eventsOf(id)).toEqual(['submitted', 'withdrawn', 'refused_accept', 'refused_answer'])
    const answered = await newCase()
    await answer(answered)
    expect(await withdraw(answered)).toMatchObject({ code: 'already_answered' })
  })

  it('keeps what the resident adds exactly as it was said, but not for a case that was taken back', async () => {
    const id = await newCase()
    const add = (personId: string) =>
      addWords(deps(), { actor: resident(personId), caseId: id, text: '  还有\n一句 ' })
    expect(await add(owner)).toMatchObject({ ok: true })
    expect(await add(stranger)).toMatchObject({ code: 'unknown_case' })
    await withdraw(id)
    expect(await add(owner)).toMatchObject({ code: 'withdrawn' })
    const rows = await database.prisma.addition.findMany({ where: { submission: { case: { id } } } })
    expect(rows.map((row) => row.text)).toEqual(['  还有\n一句 '])
  })

  it('takes no more additions, and no longer ones, than anybody needs', async () => {
    const id = await newCase()
    const add = (text: string) => addWords(deps(), { actor: resident(), caseId: id, text })
    expect(await add('村'.repeat(MOST_ADDED_LETTERS + 1))).toEqual({ ok: false, code: 'too_long' })
    for (let n = 0; n < MOST_ADDITIONS; n += 1) expect(await add(`第${n}句`)).toMatchObject({ ok: true })
    expect(await add('又一句')).toEqual({ ok: false, code: 'too_many' })
  })

  it('takes nothing more of a resident who took their consent back, but lets them take the case back', async () => {
    const id = await newCase()
    await answer(id)
    const other = await newCase()
    const agree = (consentVersion: number | null) =>
      database.prisma.person.update({ where: { id: owner }, data: { consentVersion } })
    const { consentVersion } = await database.prisma.person.findUniqueOrThrow({ where: { id: owner } })
    await agree(null)
    expect(await verdict(id, 'fixed')).toEqual({ ok: false, code: 'no_consent' })
    expect(await withdraw(other)).toMatchObject({ ok: true })
    await agree(consentVersion)
  })
})
