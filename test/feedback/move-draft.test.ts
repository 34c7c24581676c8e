import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { moveDraft } from '../../src/feedback/move-draft.ts'
import { readVisit } from '../../src/feedback/read-visit.ts'
import { systemClock as clock } from '../../src/lib/clock.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { engines } from '../support/databases.ts'
import { beginCard } from '../support/known-people.ts'

const VILLAGE = '140822105201'
const TELEGRAM_ID = 8_000_000_001

describe.each(engines)('a half-filled card that moves on, on $name', ({ open }) => {
  let database: Database
  let updateId = 1
  beforeAll(async () => {
    database = await open()
    const { prisma } = database
    await prisma.region.create({ data: { code: VILLAGE, level: 'village', name: '乌停村委会' } })
    await prisma.person.create({
      data: {
        id: random.uuid(),
        telegramId: BigInt(TELEGRAM_ID),
        homeVillageCode: VILLAGE,
        createdAt: clock.now(),
      },
    })
  })
  beforeEach(async () => {
    const { prisma } = database
    const person = await prisma.person.findUniqueOrThrow({ where: { telegramId: BigInt(TELEGRAM_ID) } })
    await beginCard(database, { personId: person.id, villageCode: VILLAGE })
    updateId += 1
  })
  afterAll(() => database?.close())

  const visit = () =>
    readVisit(database.statements, {
      updateId,
      telegramId: TELEGRAM_ID,
      noteKeys: [String(TELEGRAM_ID)],
      pressed: null,
      now: clock.now(),
    })
  const found = async () => {
    const { draft } = await visit()
    if (!draft) throw new Error('there is a draft')
    return draft
  }
  const move = async (draft: Awaited<ReturnType<typeof found>>, at: string, id = updateId) =>
    await moveDraft({ ...database, clock }, { draft, state: { ...draft.state, at }, updateId: id })

  it('is read as it stands, with whose it is and whether the update was done', async () => {
    const { prisma } = database
    await prisma.conversationState.create({
      data: { key: String(TELEGRAM_ID), state: { kind: 'village' }, updatedAt: clock.now() },
    })
    const { done, person, draft, notes } = await visit()
    expect(done).toBe(false)
    const row = await prisma.person.findUniqueOrThrow({ where: { telegramId: BigInt(TELEGRAM_ID) } })
    expect(person).toEqual(row)
    expect(draft).toMatchObject({ villageCode: VILLAGE, messageId: null, filedFor: null })
    expect(draft?.card.topic).toBe('healthcare')
    expect(notes).toEqual({ [TELEGRAM_ID]: { kind: 'village' } })
    await prisma.conversationState.deleteMany()
  })

  it('of somebody unknown is nothing', async () => {
    const nobody = await readVisit(database.statements, {
      updateId,
      telegramId: 5,
      noteKeys: ['5'],
      pressed: null,
      now: clock.now(),
    })
    expect(nobody).toEqual({
      done: false,
      pressedSaysMore: false,
      person: null,
      personVersion: null,
      unread: null,
      draft: null,
      notes: {},
      grants: [],
    })
    const channel = await readVisit(database.statements, {
      updateId,
      telegramId: null,
      noteKeys: ['-5'],
      pressed: null,
      now: clock.now(),
    })
    expect(channel).toEqual({
      done: false,
      pressedSaysMore: false,
      person: null,
      personVersion: null,
      unread: null,
      draft: null,
      notes: {},
      grants: [],
    })
  })

  it('takes its next state and the mark of the update together', async () => {
    const moved = await move(await found(), 'aspects')
    expect(moved?.state.at).toBe('aspects')
    const { done, draft } = await visit()
    expect(done).toBe(true)
    expect(draft).toEqual(moved)
  })

  it('goes on from the version that the last move gave', async () => {
    const moved = await move(await found(), 'aspects')
    updateId += 1
    expect((await move(moved ?? (await found()), 'satisfaction'))?.state.at).toBe('satisfaction')
  })

  it('refuses to move from what it no longer is, whoever changed it, and marks nothing', async () => {
    const draft = await found()
    await database.prisma.draft.update({ where: { id: draft.id }, data: { messageId: 7 } })
    expect(await move(draft, 'aspects')).toBeNull()
    const after = await visit()
    expect({ done: after.done, at: after.draft?.state.at }).toEqual({ done: false, at: draft.state.at })
  })

  it('moves once for an update that comes twice, also at the same moment', async () => {
    const draft = await found()
    const [one, other] = await Promise.all([move(draft, 'aspects'), move(draft, 'satisfaction')])
    expect([one, other].filter((each) => each !== null)).toHaveLength(1)
    expect(await move(await found(), 'urgency')).toBeNull()
  })

  it('moves from what is only remembered where the person is as remembered, too, and nothing is asked in the chat', async () => {
    const { prisma } = database
    const { draft, personVersion } = await visit()
    if (!draft || personVersion === null) throw new Error('both are there')
    const unread = { personVersion, noteKeys: [String(TELEGRAM_ID)] }
    const moveUnread = async (from: typeof draft, at: string) =>
      await moveDraft({ ...database, clock }, { draft: from, state: { ...from.state, at }, updateId, unread })
    const moved = await moveUnread(draft, 'aspects')
    expect(moved?.state.at).toBe('aspects')

    updateId += 1
    const key = String(TELEGRAM_ID)
    await prisma.conversationState.create({
      data: { key, state: { kind: 'village' }, updatedAt: clock.now() },
    })
    expect(await moveUnread(moved ?? draft, 'satisfaction')).toBeNull()
    await prisma.conversationState.deleteMany()
    await prisma.person.update({
      where: { telegramId: BigInt(TELEGRAM_ID) },
      data: { consentWithdrawnAt: clock.now() },
    })
    expect(await moveUnread(moved ?? draft, 'satisfaction')).toBeNull()
    expect((await visit()).draft?.state.at).toBe('aspects')
    await prisma.person.update({
      where: { telegramId: BigInt(TELEGRAM_ID) },
      data: { consentWithdrawnAt: null },
    })
  })

  it('is gone for good once it was dropped', async () => {
    const draft = await found()
    await database.prisma.draft.deleteMany()
    expect(await move(draft, 'aspects')).toBeNull()
    expect((await visit()).draft).toBeNull()
  })
})
