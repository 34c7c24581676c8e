import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftState } from '../../src/cards/draft-state.ts'
import { commitOnce } from '../../src/db/commit-once.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { applyAnswer } from '../../src/feedback/apply-answer.ts'
import { loadDraft } from '../../src/feedback/load-draft.ts'
import { startDraft } from '../../src/feedback/start-draft.ts'
import { submitFeedback } from '../../src/feedback/submit-feedback.ts'
import { systemRandom } from '../../src/lib/system-random.ts'
import { rememberPerson } from '../../src/people/remember-person.ts'
import { engines } from '../support/databases.ts'

const VILLAGE = '140822105201'
const clock = { now: () => new Date('2026-11-20T02:00:00Z') }
const random = systemRandom
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

  async function reviewedDraft(change: Partial<DraftState['answers']> = {}) {
    const { prisma } = database
    telegramId += 1
    const person = await rememberPerson({ tx: prisma, clock, random }, telegramId, { consent: true })
    const deps = { tx: prisma, clock, random }
    await startDraft(deps, { personId: person.id, villageCode: VILLAGE, topic: 'healthcare' })
    const state = { ...reviewed, answers: { ...reviewed.answers, ...change } } as DraftState
    await prisma.draft.update({ where: { personId: person.id }, data: { state } })
    const draft = await loadDraft(prisma, person.id)
    if (!draft) throw new Error('no draft')
    return { personId: person.id, draftTag: draft.id.slice(0, 8), id: draft.id }
  }

  const jobs: Job[] = []
  const sendJob = async (_: unknown, job: Job) => void jobs.push(job)

  const submit = (input: { personId: string; draftTag: string }, tx = database.prisma) =>
    submitFeedback({ tx, clock, random, sendJob }, { ...input, signedName: '王秀英' })

  it('keeps the words exactly as they were said, with the case and attachments', async () => {
    const draft = await reviewedDraft()
    const submitted = await submit(draft)
    if (!submitted.ok) throw new Error(submitted.code)
    const row = await database.prisma.submission.findUniqueOrThrow({
      where: { id: draft.id },
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
      case: { holderCode: VILLAGE, status: 'submitted', events: [{ kind: 'submitted' }] },
      attachments: [{ kind: 'photo', fileId: 'photo', question: 'words', state: 'pending' }],
    })
    expect(jobs.slice(-2)).toEqual([
      // no chat is linked: the administrators read it
      { name: 'tell-committee', data: { caseId: submitted.caseId, news: 'new' } },
      { name: 'fetch-attachment', data: { attachmentId: row.attachments[0]?.id } },
    ])
    expect(await loadDraft(database.prisma, draft.personId)).toBeNull()
  })

  it('keeps the name only where the person allowed it, and gives the township what the village shall not see', async () => {
    const named = await reviewedDraft({ visibility: { kind: 'choice', value: 'committee_named' } })
    const hidden = await reviewedDraft({ visibility: { kind: 'choice', value: 'township' } })
    await submit(named)
    await submit(hidden)
    const { prisma } = database
    const where = (id: string) => ({ where: { id }, include: { case: true } })
    expect(await prisma.submission.findUnique(where(named.id))).toMatchObject({
      signedName: '王秀英',
      case: { holderCode: VILLAGE },
    })
    expect(await prisma.submission.findUnique(where(hidden.id))).toMatchObject({
      signedName: null,
      case: { holderCode: '140822105' },
    })
  })

  it('keeps one row when the same update arrives twice, also at the same time', async () => {
    const draft = await reviewedDraft()
    const deps = { prisma: database.prisma, clock }
    const both = await Promise.all(
      [1, 2].map(() =>
        commitOnce(deps, 77, (tx) =>
          submitFeedback({ tx, clock, random, sendJob }, { ...draft, signedName: '' }),
        ),
      ),
    )
    expect(both.map((once) => once.done).sort()).toEqual(['before', 'now'])
    expect(await database.prisma.submission.count({ where: { id: draft.id } })).toBe(1)
  })

  it('keeps one row when two different presses submit the same card', async () => {
    const draft = await reviewedDraft()
    const results = await Promise.all(
      [81, 82].map((updateId) =>
        commitOnce({ prisma: database.prisma, clock }, updateId, (tx) =>
          submitFeedback({ tx, clock, random, sendJob }, { ...draft, signedName: '' }),
        ),
      ),
    )
    const values = results.flatMap((once) => (once.done === 'now' ? [once.value] : []))
    expect(values.filter((value) => value.ok)).toHaveLength(1)
    expect(values).toContainEqual({ ok: false, code: 'no_draft' })
  })

  it('leaves nothing behind when the transaction fails', async () => {
    const draft = await reviewedDraft()
    const before = await database.prisma.case.count()
    const failing = commitOnce({ prisma: database.prisma, clock }, 90, async (tx) => {
      await submitFeedback({ tx, clock, random, sendJob }, { ...draft, signedName: '' })
      throw new Error('the power went out')
    })
    await expect(failing).rejects.toThrow('the power went out')
    expect(await database.prisma.submission.count({ where: { id: draft.id } })).toBe(0)
    expect(await database.prisma.case.count()).toBe(before)
    expect(await loadDraft(database.prisma, draft.personId)).not.toBeNull()
    expect(await database.prisma.processedUpdate.count({ where: { updateId: 90n } })).toBe(0)
  })

  it('numbers the cases of a village without gaps, also when many are submitted at once', async () => {
    const { prisma } = database
    const drafts = []
    for (let i = 0; i < 8; i += 1) drafts.push(await reviewedDraft())
    await Promise.all(
      drafts.map((draft) =>
        prisma.$transaction((tx) =>
          submitFeedback({ tx, clock, random, sendJob }, { ...draft, signedName: '' }),
        ),
      ),
    )
    const cases = await prisma.case.findMany({ where: { holderCode: VILLAGE }, orderBy: { number: 'asc' } })
    expect(cases.map((each) => each.number)).toEqual(cases.map((_, i) => i + 1))
  })

  it('refuses a card that is not on its review, and one that is somebody else’s', async () => {
    const draft = await reviewedDraft()
    await database.prisma.draft.update({
      where: { id: draft.id },
      data: { state: { ...reviewed, at: 'words' } },
    })
    expect(await submit(draft)).toEqual({ ok: false, code: 'stale' })
    const other = await reviewedDraft()
    expect(await submit({ ...draft, personId: other.personId })).toEqual({ ok: false, code: 'stale' })
  })

  it('takes a card about a child only from its guardian, who says so once', async () => {
    const { prisma } = database
    const about = { kind: 'choice' as const, value: 'child' }
    const draft = await reviewedDraft({ about })
    const guardian = () => prisma.person.findUniqueOrThrow({ where: { id: draft.personId } })
    expect(await submit(draft)).toEqual({ ok: false, code: 'guardian_needed' })
    expect(await guardian()).toMatchObject({ guardianConsentedAt: null, guardianConsentVersion: null })

    const asGuardian = { ...draft, signedName: '王秀英', asGuardian: true }
    const failed = prisma.$transaction(async (tx) => {
      await submitFeedback({ tx, clock, random, sendJob }, asGuardian)
      throw new Error('the connection is lost')
    })
    await expect(failed).rejects.toThrow('the connection is lost')
    expect(await guardian()).toMatchObject({ guardianConsentedAt: null })

    expect(await submitFeedback({ tx: prisma, clock, random, sendJob }, asGuardian)).toMatchObject({
      ok: true,
    })
    expect(await guardian()).toMatchObject({ guardianConsentedAt: clock.now(), guardianConsentVersion: 1 })

    await startDraft(
      { tx: prisma, clock, random },
      { personId: draft.personId, villageCode: VILLAGE, topic: 'healthcare' },
    )
    const state = { ...reviewed, answers: { ...reviewed.answers, about } } as DraftState
    const next = await prisma.draft.update({ where: { personId: draft.personId }, data: { state } })
    expect(await submit({ personId: draft.personId, draftTag: next.id.slice(0, 8) })).toMatchObject({
      ok: true,
    })
  })

  it('keeps no guardian of a card that is about somebody else', async () => {
    const draft = await reviewedDraft()
    await submitFeedback(
      { tx: database.prisma, clock, random, sendJob },
      { ...draft, signedName: '王秀英', asGuardian: true },
    )
    const person = await database.prisma.person.findUniqueOrThrow({ where: { id: draft.personId } })
    expect(person.guardianConsentedAt).toBeNull()
  })

  it('takes an answer once, and refuses one for a card that is gone', async () => {
    const draft = await reviewedDraft()
    const deps = { tx: database.prisma, clock }
    const event = { type: 'change' as const, question: 'urgency' }
    expect(await applyAnswer(deps, { ...draft, event })).toEqual({ ok: true })
    expect(await applyAnswer(deps, { ...draft, event })).toEqual({ ok: false, code: 'stale' })
    expect(await applyAnswer(deps, { ...draft, draftTag: 'ffffffff', event })).toMatchObject({
      code: 'stale',
    })
    await submit(draft)
  })
})
