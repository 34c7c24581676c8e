import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseStatus, Visibility } from '../../prisma/client/client.ts'
import { leaveEffects } from '../../src/cases/effects.ts'
import type { Database } from '../../src/db/database.ts'
import type { Job } from '../../src/db/job.ts'
import { endorseSuggestion } from '../../src/feedback/endorse-suggestion.ts'
import { listEndorsed } from '../../src/feedback/list-endorsed.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { clock, insertFeedback, insertRegions, seed } from '../reports/support/feedback-rows.ts'
import { engines } from '../support/databases.ts'
import { agreedPerson, beginCard } from '../support/known-people.ts'

const VILLAGE = '140822105201'

describe.each(engines)('"me too" on $name', ({ open }) => {
  let database: Database
  let suggestion: string
  let telegramId = 100
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  beforeEach(async () => {
    suggestion = await said({})
  })
  afterAll(() => database.close())

  async function said(change: { status?: CaseStatus; visibility?: Visibility; villageCode?: string }) {
    const [id] = await insertFeedback(database.prisma, [seed(change)])
    return id ?? ''
  }
  async function withDraft(person?: string) {
    telegramId += 1
    const personId = person ?? (await agreedPerson(database, { telegramId, villageCode: VILLAGE })).id
    const { id } = await beginCard(database, { personId, villageCode: VILLAGE })
    return { personId, draftTag: id.slice(0, 8) }
  }
  const endorse = (who: { personId: string; draftTag: string }, submissionId = suggestion) =>
    database.prisma.$transaction((tx) => endorseSuggestion({ tx, clock, random }, { ...who, submissionId }))
  const count = () => database.prisma.endorsement.count({ where: { submissionId: suggestion } })

  it('takes the place of the card and counts a person once', async () => {
    const who = await withDraft()
    expect(await endorse(who)).toEqual({ ok: true })
    expect(await database.prisma.draft.count({ where: { personId: who.personId } })).toBe(0)
    expect(await endorse(who)).toEqual({ ok: false, code: 'no_draft' })
    expect(await endorse(await withDraft(who.personId))).toEqual({ ok: true })
    expect(await count()).toBe(1)
    expect(await endorse(await withDraft())).toEqual({ ok: true })
    expect(await count()).toBe(2)
    expect(await listEndorsed(database.prisma, who.personId)).toMatchObject({
      total: 1,
      items: [{ id: suggestion, _count: { endorsements: 2 } }],
    })
  })

  it('counts once by two presses at the same moment', async () => {
    const who = await withDraft()
    const outcomes = await Promise.all([endorse(who), endorse(who)])
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await count()).toBe(1)
  })

  it('is refused, and the card stays, for what is not open to it', async () => {
    const who = await withDraft()
    const owner = await database.prisma.submission.findUniqueOrThrow({ where: { id: suggestion } })
    for (const other of [
      await said({ status: 'answered' }),
      await said({ status: 'withdrawn' }),
      await said({ visibility: 'township' }),
      await said({ villageCode: '140822105202' }),
      random.uuid(),
    ])
      expect(await endorse(who, other)).toEqual({ ok: false, code: 'not_open' })
    expect(await endorse({ ...who, draftTag: '00000000' })).toEqual({ ok: false, code: 'stale' })
    expect(await endorse(await withDraft(owner.personId ?? ''))).toEqual({ ok: false, code: 'not_open' })
    expect(await database.prisma.draft.count({ where: { personId: who.personId } })).toBe(1)
    expect(await count()).toBe(0)
  })

  it('leaves the news as a job for each person, but for those who want none or cannot be reached', async () => {
    const { prisma } = database
    const people = [await withDraft(), await withDraft(), await withDraft(), await withDraft()]
    for (const who of people) await endorse(who)
    const [, muted, blocked, erased] = people
    await prisma.person.update({ where: { id: muted?.personId ?? '' }, data: { mutedAt: clock.now() } })
    await prisma.person.update({ where: { id: blocked?.personId ?? '' }, data: { blockedAt: clock.now() } })
    await prisma.person.delete({ where: { id: erased?.personId ?? '' } })
    const jobs: Job[] = []
    const { id: caseId } = await prisma.case.findUniqueOrThrow({ where: { submissionId: suggestion } })
    await leaveEffects(
      { tx: prisma, sendJob: async (_, job) => void jobs.push(job) },
      { caseId, kind: 'accepted' },
    )
    expect(jobs.map(({ name }) => name)).toEqual(['tell-resident', 'tell-endorser'])
    expect(JSON.stringify(jobs)).not.toContain(people[0]?.personId)
    expect(await count()).toBe(4)
  })
})
