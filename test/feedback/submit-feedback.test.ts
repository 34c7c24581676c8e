import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftState } from '../../src/cards/draft-state.ts'
import { createReadersMemory } from '../../src/committees/readers-memory.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { MOST_CARDS_A_DAY } from '../../src/feedback/is-day-full.ts'
import { loadDraft } from '../../src/feedback/load-draft.ts'
import { moveDraft } from '../../src/feedback/move-draft.ts'
import type { VersionedDraft } from '../../src/feedback/read-visit.ts'
import { submitFeedback } from '../../src/feedback/submit-feedback.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import type { Person } from '../../src/people/find-person.ts'
import { engines } from '../support/databases.ts'
import { agreedPerson, beginCard, nextUpdateId } from '../support/known-people.ts'

const VILLAGE = '140822105201'
const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
const reviewed: DraftState = {
  at: 'review',
  editing: false,
  answers: {
    about: { kind: 'choice', value: 'me' },
    aspects: { kind: 'several', values: ['medicines', 'doctors'] },
    satisfaction: { kind: 'choice', value: '2' },
    first_visit: { kind: 'choice', value: 'county' },
    words: {
      kind: 'words',
      text: '  降压药\n常常断 ',
      textMessageId: 5,
      parts: [{ kind: 'photo', messageId: 6, fileId: 'photo' }],
    },
    wish: { kind: 'skipped' },
  },
}

describe.each(engines)('submitting a card on $name', ({ open }) => {
  let database: Database
  let telegramId = 1000

  beforeAll(async () => {
    database = await open()
    const { prisma } = database
    for (const [code, level, name] of [
      ['1408', 'city', '运城市'],
      ['140822', 'county', '万荣县'],
      ['140822105', 'township', '高村镇'],
      [VILLAGE, 'village', '乌停村委会'],
    ] as const)
      await prisma.region.create({
        data: {
          code,
          level,
          name,
          parentCode: { 4: null, 6: '1408', 9: '140822', 12: '140822105' }[code.length] ?? null,
        },
      })
  })
  afterAll(async () => await database.close())

  interface Reviewed {
    person: Person
    draft: VersionedDraft
  }
  async function move(draft: VersionedDraft, state: DraftState): Promise<VersionedDraft> {
    const moved = await moveDraft({ ...database, clock }, { draft, state, updateId: nextUpdateId() })
    if (!moved) throw new Error('nobody else moves it')
    return moved
  }
  async function reviewedDraft(
    change: Partial<DraftState['answers']> = {},
    whose?: Person,
  ): Promise<Reviewed> {
    telegramId += 1
    const person = whose ?? (await agreedPerson(database, { telegramId, villageCode: VILLAGE, clock }))
    const begun = await beginCard(database, { personId: person.id, villageCode: VILLAGE, clock })
    const state = { ...reviewed, answers: { ...reviewed.answers, ...change } } as DraftState
    return { person, draft: await move(begun, state) }
  }

  const jobs: Job[] = []
  const deps = (fail = false, now = clock.now()) => ({
    statements: database.statements,
    clock: { now: () => now },
    random,
    readers: createReadersMemory(database.prisma, database.changes),
    sendJob: async (_: unknown, job: Job) => {
      if (fail) throw new Error('the power went out')
      jobs.push(job)
    },
  })
  const submit = (
    card: Reviewed,
    { updateId = nextUpdateId(), asGuardian = false, fail = false, now = clock.now() } = {},
  ) => submitFeedback(deps(fail, now), { ...card, updateId, asGuardian, signedName: '王秀英' })

  it('keeps the words exactly as they were said, with the case and attachments', async () => {
    const card = await reviewedDraft()
    const submitted = await submit(card)
    if (!submitted.ok) throw new Error(submitted.code)
    const row = await database.prisma.submission.findUniqueOrThrow({
      where: { id: card.draft.id },
      include: { case: { include: { events: true } }, attachments: true },
    })
    expect(row).toMatchObject({
      words: '  降压药\n常常断 ',
      wish: null,
      satisfaction: 2,
      aspects: ['medicines', 'doctors'],
      answers: { about: 'me', first_visit: 'county' },
      urgency: 'not_said',
      visibility: 'committee',
      signedName: null,
      receipt: submitted.receipt,
      createdAt: clock.now(),
      case: {
        holderCode: VILLAGE,
        status: 'submitted',
        events: [{ kind: 'submitted', fromStatus: null, toStatus: 'submitted' }],
      },
      attachments: [{ kind: 'photo', fileId: 'photo', question: 'words', state: 'pending' }],
    })
    expect(jobs.slice(-2)).toEqual([
      { name: 'fetch-attachment', data: { attachmentId: row.attachments[0]?.id } },
      // no chat is linked: the administrators read it
      { name: 'tell-committee', data: { caseId: submitted.caseId, news: 'new' } },
    ])
    expect(await loadDraft(database.prisma, card.person.id)).toBeNull()
  })

  it('keeps the name only where the person allowed it, and gives the township what the village shall not see', async () => {
    const named = await reviewedDraft({ visibility: { kind: 'choice', value: 'committee_named' } })
    const hidden = await reviewedDraft({ visibility: { kind: 'choice', value: 'township' } })
    await submit(named)
    await submit(hidden)
    const { prisma } = database
    const where = ({ draft }: Reviewed) => ({ where: { id: draft.id }, include: { case: true } })
    expect(await prisma.submission.findUnique(where(named))).toMatchObject({
      signedName: '王秀英',
      case: { holderCode: VILLAGE },
    })
    expect(await prisma.submission.findUnique(where(hidden))).toMatchObject({
      signedName: null,
      case: { holderCode: '140822105' },
    })
  })

  it('lets whoever spoke for another village once speak for their own again', async () => {
    const card = await reviewedDraft()
    const where = { id: card.person.id }
    await database.prisma.person.update({ where, data: { speakingVillageCode: VILLAGE } })
    await submit(card)
    const person = await database.prisma.person.findUniqueOrThrow({ where })
    expect(person.speakingVillageCode).toBeNull()
  })

  it('keeps one row when the same update arrives twice, also at the same time, and of two presses', async () => {
    for (const updateIds of [
      [77, 77],
      [81, 82],
    ]) {
      const card = await reviewedDraft()
      const both = await Promise.all(updateIds.map((updateId) => submit(card, { updateId })))
      expect(both.filter(({ ok }) => ok)).toHaveLength(1)
      expect(both).toContainEqual({ ok: false, code: 'changed' })
      expect(await database.prisma.submission.count({ where: { id: card.draft.id } })).toBe(1)
    }
    const again = await reviewedDraft()
    expect(await submit(again, { updateId: 77 })).toEqual({ ok: false, code: 'changed' })
    expect(await loadDraft(database.prisma, again.person.id)).not.toBeNull()
  })

  it('leaves nothing behind when a job cannot be left', async () => {
    const card = await reviewedDraft()
    const before = await database.prisma.case.count()
    await expect(submit(card, { updateId: 90, fail: true })).rejects.toThrow('the power went out')
    expect(await database.prisma.submission.count({ where: { id: card.draft.id } })).toBe(0)
    expect(await database.prisma.case.count()).toBe(before)
    expect(await loadDraft(database.prisma, card.person.id)).not.toBeNull()
    expect(await database.prisma.processedUpdate.count({ where: { updateId: 90n } })).toBe(0)
  })

  it('numbers the cases of a village without gaps, also when many are submitted at once', async () => {
    const { prisma } = database
    const cards: Reviewed[] = []
    for (let i = 0; i < 8; i += 1) cards.push(await reviewedDraft())
    await Promise.all(cards.map((card) => submit(card)))
    const cases = await prisma.case.findMany({ where: { holderCode: VILLAGE }, orderBy: { number: 'asc' } })
    expect(cases.map((each) => each.number)).toEqual(cases.map((_, i) => i + 1))
  })

  it('gives another receipt where one is taken', async () => {
    const first = await submit(await reviewedDraft())
    if (!first.ok) throw new Error(first.code)
    const card = await reviewedDraft()
    // the first two of three candidates are the taken one
    const drawn = [...first.receipt.slice(0, 7)].map((each) =>
      '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(each),
    )
    const sequence = [...drawn, ...drawn]
    const unlucky = { ...random, below: (limit: number) => sequence.shift() ?? random.below(limit) }
    const submitted = await submitFeedback(
      { ...deps(), random: unlucky },
      { ...card, updateId: nextUpdateId(), signedName: '' },
    )
    expect(submitted.ok && submitted.receipt !== first.receipt).toBe(true)
    expect(sequence).toEqual([])
  })

  it('refuses a card that is not on its review, and one that went on', async () => {
    const { person, draft } = await reviewedDraft()
    const moved = await move(draft, { ...reviewed, at: 'words' })
    expect(await submit({ person, draft: moved })).toEqual({ ok: false, code: 'stale' })
    expect(await submit({ person, draft })).toEqual({ ok: false, code: 'changed' })
  })

  it('takes a card about a child only from its guardian, who says so once', async () => {
    const { prisma } = database
    const about = { kind: 'choice' as const, value: 'child' }
    const card = await reviewedDraft({ about })
    const guardian = () => prisma.person.findUniqueOrThrow({ where: { id: card.person.id } })
    expect(await submit(card)).toEqual({ ok: false, code: 'guardian_needed' })
    expect(await guardian()).toMatchObject({ guardianConsentedAt: null, guardianConsentVersion: null })

    await expect(submit(card, { asGuardian: true, fail: true })).rejects.toThrow('the power went out')
    expect(await guardian()).toMatchObject({ guardianConsentedAt: null })

    expect(await submit(card, { asGuardian: true })).toMatchObject({ ok: true })
    expect(await guardian()).toMatchObject({ guardianConsentedAt: clock.now(), guardianConsentVersion: 1 })

    const next = await reviewedDraft({ about }, await guardian())
    expect(await submit(next)).toMatchObject({ ok: true })
  })

  it('keeps no guardian of a card that is about somebody else', async () => {
    const card = await reviewedDraft()
    await submit(card, { asGuardian: true })
    const person = await database.prisma.person.findUniqueOrThrow({ where: { id: card.person.id } })
    expect(person.guardianConsentedAt).toBeNull()
  })

  describe('many in a day', () => {
    const HOUR_MS = 3600 * 1000
    const later = (hours: number) => new Date(clock.now().getTime() + hours * HOUR_MS)
    /** what this person submitted just now */
    const submitMany = async (personId: string, many: number, filedFor = false) => {
      const rows = Array.from({ length: many }, () => ({
        id: random.uuid(),
        personId,
        villageCode: VILLAGE,
        topic: 'healthcare',
        cardVersion: 1,
        aspects: [],
        answers: {},
        urgency: 'not_said' as const,
        visibility: 'committee' as const,
        receipt: random.uuid(),
        createdAt: clock.now(),
      }))
      await database.prisma.submission.createMany({ data: rows })
      const filed = { relationship: 'neighbour', consent: 'voice' as const, filerId: personId }
      if (filedFor)
        await database.prisma.filedFor.createMany({
          data: rows.map(({ id }) => ({ submissionId: id, ...filed, consentedAt: clock.now() })),
        })
    }
    const submittedBy = (personId: string) => database.prisma.submission.count({ where: { personId } })

    it('are refused from the limit on, and the card stays to be submitted a day later', async () => {
      const card = await reviewedDraft()
      const { id } = card.person
      await submitMany(id, MOST_CARDS_A_DAY)
      const full = { ok: false, code: 'too_many' }
      const updateId = nextUpdateId()
      expect(await submit(card, { updateId })).toEqual(full)
      expect(await submit(card, { now: later(23.9) })).toEqual(full)
      expect(await submittedBy(id)).toBe(MOST_CARDS_A_DAY)
      expect(await loadDraft(database.prisma, id)).toMatchObject({
        id: card.draft.id,
        state: { answers: reviewed.answers },
      })
      expect(await submit(card, { now: later(24), updateId })).toMatchObject({ ok: true })
    })

    it('leave nobody else without a card, and do not count what was filed for others', async () => {
      const [busy, filer, other] = [await reviewedDraft(), await reviewedDraft(), await reviewedDraft()]
      await submitMany(busy.person.id, MOST_CARDS_A_DAY)
      await submitMany(filer.person.id, MOST_CARDS_A_DAY, true)
      await submitMany(filer.person.id, MOST_CARDS_A_DAY - 1)
      expect(await submit(other)).toMatchObject({ ok: true })
      expect(await submit(filer)).toMatchObject({ ok: true })
    })

    it('come to the limit and not above it by presses at the same moment', async () => {
      const card = await reviewedDraft()
      const { id } = card.person
      await submitMany(id, MOST_CARDS_A_DAY - 1)
      const anew = async () => {
        const next = await reviewedDraft({}, card.person)
        return await submit(next)
      }
      const results = [
        ...(await Promise.all([submit(card), submit(card), anew()])),
        await submit(await reviewedDraft({}, card.person)),
      ]
      expect(results.filter((each) => each.ok)).toHaveLength(1)
      expect(results.at(-1)).toEqual({ ok: false, code: 'too_many' })
      expect(await submittedBy(id)).toBe(MOST_CARDS_A_DAY)
    })

    it('of which the last went in say of a second press that it did', async () => {
      const card = await reviewedDraft()
      await submitMany(card.person.id, MOST_CARDS_A_DAY - 1)
      expect(await submit(card)).toMatchObject({ ok: true })
      expect(await submit(card)).toEqual({ ok: false, code: 'changed' })
    })
  })
})
