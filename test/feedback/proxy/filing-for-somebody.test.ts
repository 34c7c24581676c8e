import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listAttachments } from '../../../src/attachments/list-attachments.ts'
import { stepCard } from '../../../src/cards/step-card.ts'
import { findCase } from '../../../src/cases/find-case.ts'
import type { Database } from '../../../src/db/database.ts'
import { claimReminders } from '../../../src/feedback/claim-reminders.ts'
import { loadDraft } from '../../../src/feedback/load-draft.ts'
import { expireProxies } from '../../../src/feedback/proxy/expire-proxies.ts'
import { findPending } from '../../../src/feedback/proxy/find-pending.ts'
import { findFiled, listFiled } from '../../../src/feedback/proxy/list-filed.ts'
import { listPending } from '../../../src/feedback/proxy/list-pending.ts'
import { MOST_FILED_A_DAY, MOST_PENDING, WAITS_DAYS } from '../../../src/feedback/proxy/park-proxy.ts'
import { reopenProxy } from '../../../src/feedback/proxy/reopen-proxy.ts'
import { submitFeedback } from '../../../src/feedback/submit-feedback.ts'
import { listFeedback } from '../../../src/reports/list-feedback.ts'
import { insertRegions, TIME_ZONE } from '../../reports/support/feedback-rows.ts'
import { filter } from '../../reports/support/filters.ts'
import { engines } from '../../support/databases.ts'
import { draftOf, nextUpdateId } from '../../support/known-people.ts'
import { proxyWorld, START, VILLAGE, VOICE, WORDS, ZHANG } from './support/proxy-world.ts'

const DAY_MS = 24 * 3600 * 1000

describe.each(engines)('a card that is filled in for somebody else, on $name,', ({ open }) => {
  let database: Database
  const world = proxyWorld(() => database)
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  beforeEach(() => {
    world.clock.time = START
    world.jobs.length = 0
  })
  afterAll(() => database.close())

  const submission = (id: string) =>
    database.prisma.submission.findUnique({
      where: { id },
      include: { filedFor: true, attachments: true, case: true },
    })
  const waiting = (id: string) => database.prisma.pendingProxy.count({ where: { id } })

  it('can never be submitted without consent', async () => {
    const filer = await world.person()
    const { id, draftTag } = await world.fill(filer.id, ZHANG)
    const person = await database.prisma.person.findUniqueOrThrow({ where: { id: filer.id } })
    const draft = await draftOf(database, filer.id)
    const submitting = { person, draft, updateId: nextUpdateId(), signedName: '李志愿' }
    expect(await submitFeedback(world.deps(), submitting)).toEqual({ ok: false, code: 'needs_consent' })
    const asOwn = { ...submitting, draft: { ...draft, filedFor: null } }
    await world.park(filer.id, draftTag)
    expect(await submitFeedback(world.deps(), asOwn)).toEqual({ ok: false, code: 'changed' })
    expect(await submission(id)).toBeNull()
  })

  it('waits once, keeps its id, and leaves the filer free for another card', async () => {
    const filer = await world.person()
    const { id, draftTag } = await world.fill(filer.id, ZHANG)
    const parked = await Promise.all([world.park(filer.id, draftTag), world.park(filer.id, draftTag)])
    expect(parked).toContainEqual({ ok: true, id })
    expect(parked).toContainEqual({ ok: false, code: 'no_draft' })
    expect(await loadDraft(database.prisma, filer.id)).toBeNull()
    await world.fill(filer.id, null)
    expect(await listPending(database.prisma, filer.id, START)).toMatchObject([
      { id, forWhom: ZHANG, villageCode: '140822105201', state: { answers: { words: { text: WORDS } } } },
    ])
  })

  it('does not wait where it is one’s own, not on its review screen, or where ten wait already', async () => {
    const filer = await world.person()
    const own = await world.fill(filer.id, null)
    expect(await world.park(filer.id, own.draftTag)).toEqual({ ok: false, code: 'stale' })
    const { id, draftTag } = await world.fill(filer.id, ZHANG)
    expect(await world.park(filer.id, '00000000')).toEqual({ ok: false, code: 'stale' })
    const draft = await database.prisma.draft.findUniqueOrThrow({ where: { id } })
    const state = { ...(draft.state as object), at: 'words' }
    await database.prisma.draft.update({ where: { id }, data: { state } })
    expect(await world.park(filer.id, draftTag)).toEqual({ ok: false, code: 'stale' })
    for (let i = 0; i < MOST_PENDING; i += 1) {
      const next = await world.fill(filer.id, ZHANG)
      expect(await world.park(filer.id, next.draftTag)).toMatchObject({ ok: true })
    }
    const last = await world.fill(filer.id, ZHANG)
    expect(await world.park(filer.id, last.draftTag)).toEqual({ ok: false, code: 'too_many' })
    expect(await loadDraft(database.prisma, filer.id)).not.toBeNull()
  })

  it('stays with a filer who filed more in a day than anybody can, until a day later', async () => {
    const { filer, ...waits } = await world.pending()
    const rows = Array.from({ length: MOST_FILED_A_DAY - 2 }, () => ({
      id: randomUUID(),
      villageCode: VILLAGE,
      topic: 'healthcare',
      cardVersion: 1,
      aspects: [],
      answers: {},
      urgency: 'not_said' as const,
      visibility: 'committee' as const,
      receipt: randomUUID(),
      createdAt: START,
    }))
    await database.prisma.submission.createMany({ data: rows })
    const filed = { relationship: 'neighbour', consent: 'code' as const, filerId: filer.id }
    await database.prisma.filedFor.createMany({
      data: rows.map(({ id }) => ({ submissionId: id, ...filed, consentedAt: START })),
    })
    const last = await world.fill(filer.id, ZHANG)
    expect(await world.park(filer.id, last.draftTag)).toMatchObject({ ok: true })
    await world.say(filer.id, waits.id)

    const next = await world.fill(filer.id, ZHANG)
    const full = { ok: false, code: 'too_many_today' }
    expect(await world.park(filer.id, next.draftTag)).toEqual(full)
    expect(await loadDraft(database.prisma, filer.id)).toMatchObject({ id: next.id })
    world.clock.time = new Date(START.getTime() + DAY_MS)
    expect(await world.park(filer.id, next.draftTag)).toMatchObject({ ok: true })
  })

  it('becomes the person’s own by their code, once, also by two presses at the same moment', async () => {
    const { filer, ...card } = await world.pending(ZHANG, { visibility: 'committee_named' })
    const [her, other] = [await world.person(), await world.person()]
    const outcomes = await Promise.all([world.agree(her.id, card), world.agree(her.id, card)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await submission(card.id)).toMatchObject({
      personId: her.id,
      words: WORDS,
      signedName: '张大爷',
      attachments: [],
      filedFor: { ...ZHANG, consent: 'code', filerId: filer.id, consentedAt: START },
      case: { status: 'submitted' },
    })
    expect(await waiting(card.id)).toBe(0)
    expect(await world.agree(other.id, card)).toEqual({ ok: false, code: 'unknown' })
    const names = world.jobs.map(({ name }) => name)
    expect(names.filter((name) => name === 'tell-filer')).toHaveLength(1)
    expect(world.jobs).toContainEqual({ name: 'tell-filer', data: { id: card.id } })
    expect(JSON.stringify(world.jobs)).not.toMatch(/张大爷|降压药/)
  })

  it('tells its filer how it stands, and nobody else', async () => {
    const { filer, ...card } = await world.pending()
    const her = await world.person()
    await world.agree(her.id, card)
    const found = await submission(card.id)
    const receipt = found?.receipt ?? ''
    expect(await listFiled(database.prisma, filer.id)).toMatchObject({
      total: 1,
      items: [{ submission: { receipt, case: { status: 'submitted' } } }],
    })
    expect(JSON.stringify(await findFiled(database.prisma, filer.id, { receipt }))).not.toContain(WORDS)
    expect(await findFiled(database.prisma, filer.id, { submissionId: card.id })).not.toBeNull()
    expect(await findFiled(database.prisma, her.id, { receipt })).toBeNull()
  })

  it('is not agreed to by its filer, by a wrong code, or by the right code of another card', async () => {
    const [one, other] = [await world.pending(), await world.pending()]
    const stranger = await world.person()
    expect(await world.agree(one.filer.id, one)).toEqual({ ok: false, code: 'own' })
    expect(await world.decline(one.filer.id, one)).toEqual({ ok: false, code: 'own' })
    expect(await world.agree(stranger.id, { ...one, code: '0000000000' })).toMatchObject({ code: 'unknown' })
    expect(await world.agree(stranger.id, { ...one, code: other.code })).toMatchObject({ code: 'unknown' })
    expect(await world.say(other.filer.id, one.id)).toEqual({ ok: false, code: 'unknown' })
    expect(await waiting(one.id)).toBe(1)
    expect(await submission(one.id)).toBeNull()
  })

  it('stays with its filer by voice, with that voice, and is never signed with a name that is not told', async () => {
    const untold = { relationship: 'elder', name: null } as const
    const { filer, ...card } = await world.pending(untold, { visibility: 'committee_named' })
    expect(await world.say(filer.id, card.id)).toMatchObject({ ok: true, submissionId: card.id })
    expect(await world.say(filer.id, card.id)).toEqual({ ok: false, code: 'unknown' })
    const found = await submission(card.id)
    expect(found).toMatchObject({
      personId: filer.id,
      visibility: 'committee',
      signedName: null,
      filedFor: { ...untold, consent: 'voice', filerId: filer.id },
      attachments: [{ question: 'consent', kind: 'voice', state: 'pending', ...VOICE }],
    })
    expect(world.jobs).toContainEqual({
      name: 'fetch-attachment',
      data: { attachmentId: found?.attachments[0]?.id },
    })
    expect(await listFiled(database.prisma, filer.id)).toMatchObject({ total: 0 })

    // what those who read it see: that and whom for, not the voice that agrees
    const list = await listFeedback(
      { db: database.prisma, clock: world.clock, timeZone: TIME_ZONE },
      { scope: { codes: [''] }, filter: filter(), page: 0 },
    )
    const entry = list.ok && list.entries.find(({ receipt }) => receipt === found?.receipt)
    expect(entry).toMatchObject({ filedFor: 'elder', signedName: null, attachments: { voice: 0 } })
    const view = await findCase(database.prisma, VILLAGE, found?.case?.id ?? '')
    expect(view?.submission).toMatchObject({
      filedFor: { relationship: 'elder' },
      _count: { attachments: 0 },
    })
    const shown = (withConsent: boolean) => listAttachments(database.prisma, card.id, { withConsent })
    expect([(await shown(true)).length, (await shown(false)).length]).toEqual([1, 0])
  })

  it('keeps what was sent with it', async () => {
    const photo = { kind: 'photo', messageId: 8, fileId: 'PHOTO1' }
    const { filer, ...card } = await world.pending(ZHANG, { parts: [photo] })
    await world.say(filer.id, card.id)
    const kinds = (await submission(card.id))?.attachments.map(({ question, kind }) => `${question} ${kind}`)
    expect(kinds?.sort()).toEqual(['consent voice', 'words photo'])
  })

  it('can be changed, which voids its code, but not while another card is half-filled', async () => {
    const { filer, ...card } = await world.pending()
    const reopen = () =>
      database.prisma.$transaction((tx) =>
        reopenProxy({ ...world.deps(), tx }, { filerId: filer.id, id: card.id }),
      )
    await world.fill(filer.id, null)
    expect(await reopen()).toEqual({ ok: false, code: 'half_filled' })
    await database.prisma.draft.deleteMany({ where: { personId: filer.id } })
    expect(await reopen()).toEqual({ ok: true })
    expect(await reopen()).toEqual({ ok: false, code: 'unknown' })
    const draft = await loadDraft(database.prisma, filer.id)
    expect(draft).toMatchObject({ id: card.id, filedFor: ZHANG, state: { at: 'review' } })
    const her = await world.person()
    expect(await world.agree(her.id, card)).toEqual({ ok: false, code: 'unknown' })
    expect(await world.park(filer.id, card.id.slice(0, 8))).toEqual({ ok: true, id: card.id })
    // what she read before it was changed
    expect(await world.agree(her.id, card)).toEqual({ ok: false, code: 'unknown' })
  })

  it('is gone at once where the person does not agree, also one of whom nothing is kept', async () => {
    const card = await world.pending()
    expect(await world.decline(null, card)).toEqual({ ok: true })
    const row = await database.prisma.pendingProxy.findUniqueOrThrow({ where: { id: card.id } })
    expect(row).toMatchObject({ ended: 'declined', state: null })
    expect(await world.decline(null, card)).toEqual({ ok: false, code: 'unknown' })
    expect(await world.agree((await world.person()).id, card)).toEqual({ ok: false, code: 'unknown' })
    expect(world.jobs).toEqual([{ name: 'tell-filer', data: { id: card.id } }])
    expect(await listPending(database.prisma, card.filer.id, START)).toEqual([])
  })

  it('waits for a week and no longer, and is forgotten where its filer cannot be told', async () => {
    await database.prisma.pendingProxy.deleteMany()
    const card = await world.pending()
    const expire = async (days: number) => {
      world.clock.time = new Date(START.getTime() + days * DAY_MS)
      return await expireProxies({ ...world.deps(), prisma: database.prisma })
    }
    expect(await expire(WAITS_DAYS - 0.01)).toEqual({ expired: 0, forgotten: 0 })
    expect(await findPending(database.prisma, { code: card.code }, world.clock.now())).not.toBeNull()
    world.clock.time = new Date(START.getTime() + WAITS_DAYS * DAY_MS)
    // its time is over also before anybody has looked
    expect(await world.agree((await world.person()).id, card)).toEqual({ ok: false, code: 'unknown' })
    expect(await world.say(card.filer.id, card.id)).toEqual({ ok: false, code: 'unknown' })
    expect(await expire(WAITS_DAYS)).toEqual({ expired: 1, forgotten: 0 })
    expect(world.jobs).toEqual([{ name: 'tell-filer', data: { id: card.id } }])
    expect(await database.prisma.pendingProxy.findUnique({ where: { id: card.id } })).toMatchObject({
      ended: 'expired',
      state: null,
    })
    expect(await expire(WAITS_DAYS + 1)).toEqual({ expired: 0, forgotten: 0 })
    expect(await expire(WAITS_DAYS + 4)).toEqual({ expired: 0, forgotten: 1 })
  })

  it('is reminded of like any other while it is half-filled', async () => {
    const filer = await world.person()
    await world.fill(filer.id, ZHANG)
    const clock = { now: () => new Date(START.getTime() + DAY_MS + 3600_000) }
    const reminded = await claimReminders({ db: database.prisma, clock, timeZone: 'Asia/Shanghai' })
    expect(reminded.map(({ telegramId }) => telegramId)).toContain(filer.telegramId)
  })

  it('cannot be signed where no name is told, whatever its buttons or an earlier version of it said', async () => {
    const filer = await world.person()
    await world.fill(filer.id, { relationship: 'elder', name: null }, { visibility: 'committee_named' })
    const { card, state } = await draftOf(database, filer.id)
    expect(state.answers.visibility).toBeUndefined()
    const asked = stepCard(card, state, { type: 'change', question: 'visibility' })
    if (!asked.ok) throw new Error(asked.code)
    const named = { type: 'choose', question: 'visibility', value: 'committee_named' } as const
    expect(stepCard(card, asked.state, named)).toEqual({ ok: false, code: 'stale' })
    expect(stepCard(card, asked.state, { ...named, value: 'township' })).toMatchObject({ ok: true })
  })
})
