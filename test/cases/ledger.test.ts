import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { acceptCase } from '../../src/cases/accept-case.ts'
import { answerCase } from '../../src/cases/answer-case.ts'
import { giveVerdict } from '../../src/cases/give-verdict.ts'
import { listOpenCases } from '../../src/cases/list-open-cases.ts'
import { openCase } from '../../src/cases/open-case.ts'
import { sayContentment } from '../../src/cases/say-contentment.ts'
import { withdrawCase } from '../../src/cases/withdraw-case.ts'
import type { Database } from '../../src/db/database.ts'
import { addWords } from '../../src/feedback/add-words.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { rememberPerson } from '../../src/people/remember-person.ts'
import { engines } from '../support/databases.ts'

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
    const deps = { tx: prisma, clock, random }
    owner = (await rememberPerson(deps, 1, { consent: true })).id
    stranger = (await rememberPerson(deps, 2, { consent: true })).id
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
    return await openCase(
      { tx: prisma, clock, random },
      { submissionId: id, villageCode: VILLAGE, visibility: 'committee' },
    )
  }

  const deps = () => ({ tx: database.prisma, clock })
  const committee = (caseId: string, regionCode = VILLAGE) => ({ caseId, regionCode, actorTelegramId: 9 })
  const accept = (caseId: string) => acceptCase(deps(), committee(caseId))
  const answer = (caseId: string, text = '今天起备药') => answerCase(deps(), { ...committee(caseId), text })
  const verdict = (caseId: string, word: 'fixed' | 'not_fixed', personId = owner) =>
    giveVerdict(deps(), { personId, caseId, verdict: word })
  const caseRow = (id: string) => database.prisma.case.findUniqueOrThrow({ where: { id } })
  const eventsOf = async (caseId: string) =>
    (await database.prisma.caseEvent.findMany({ where: { caseId }, orderBy: { id: 'asc' } })).map(
      (event) => event.kind,
    )

  it('goes from submitted over accepted and answered to the resident’s verdict', async () => {
    const id = await newCase()
    expect(await accept(id)).toEqual({ ok: true })
    expect(await accept(id)).toEqual({ ok: false, code: 'already_accepted' })
    expect(await answer(id)).toMatchObject({ ok: true })
    expect(await verdict(id, 'fixed')).toEqual({ ok: true, reopened: false })
    expect(await sayContentment(deps(), { personId: owner, caseId: id, contentment: 'fairly' })).toEqual({
      ok: true,
    })
    expect(await caseRow(id)).toMatchObject({ status: 'answered', verdict: 'fixed', contentment: 'fairly' })
    expect(await eventsOf(id)).toEqual([
      'submitted',
      'accepted',
      'answered',
      'verdict_fixed',
      'contentment_fairly',
    ])
  })

  it('is reopened by "not fixed", and a new answer waits for a new verdict', async () => {
    const id = await newCase()
    await answer(id)
    expect(await verdict(id, 'not_fixed')).toEqual({ ok: true, reopened: true })
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
    expect(await sayContentment(deps(), { personId: owner, caseId: id, contentment: 'satisfied' })).toEqual({
      ok: false,
      code: 'no_verdict',
    })
  })

  it('hides a case from a committee that does not hold it', async () => {
    const id = await newCase()
    expect(await acceptCase(deps(), committee(id, OTHER_VILLAGE))).toEqual({
      ok: false,
      code: 'unknown_case',
    })
    expect(await acceptCase(deps(), committee(id, '140822'))).toEqual({ ok: true })
  })

  it('lets the resident take back what was not answered, once and for all', async () => {
    const id = await newCase()
    expect(await withdrawCase(deps(), { personId: stranger, caseId: id })).toMatchObject({
      code: 'unknown_case',
    })
    expect(await withdrawCase(deps(), { personId: owner, caseId: id })).toEqual({ ok: true })
    expect(await withdrawCase(deps(), { personId: owner, caseId: id })).toEqual({ ok: true })
    expect(await accept(id)).toEqual({ ok: false, code: 'withdrawn' })
    expect(await answer(id)).toEqual({ ok: false, code: 'withdrawn' })
    expect(await eventsOf(id)).toEqual(['submitted', 'withdrawn'])
    const answered = await newCase()
    await answer(answered)
    expect(await withdrawCase(deps(), { personId: owner, caseId: answered })).toMatchObject({
      code: 'already_answered',
    })
  })

  it('keeps what the resident adds exactly as it was said, but not for a case that was taken back', async () => {
    const id = await newCase()
    const add = (personId: string) =>
      addWords({ ...deps(), random }, { personId, caseId: id, text: '  还有\n一句 ' })
    expect(await add(owner)).toEqual({ ok: true })
    expect(await add(stranger)).toMatchObject({ code: 'unknown_case' })
    await withdrawCase(deps(), { personId: owner, caseId: id })
    expect(await add(owner)).toMatchObject({ code: 'withdrawn' })
    const rows = await database.prisma.addition.findMany({ where: { submission: { case: { id } } } })
    expect(rows.map((row) => row.text)).toEqual(['  还有\n一句 '])
  })
})
