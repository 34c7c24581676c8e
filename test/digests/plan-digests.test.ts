import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { planDigests } from '../../src/digests/plan-digests.ts'
import { postInterimDigest } from '../../src/digests/post-interim-digest.ts'
import { postInterimDigests } from '../../src/digests/post-interim-digests.ts'
import { engines } from '../support/databases.ts'
import {
  addRegions,
  at,
  COUNTY,
  countingRandom,
  FAR_VILLAGE,
  linkChat,
  TIME_ZONE,
  TOWNSHIP,
  VILLAGE,
} from './support/digest-rows.ts'
import { MONDAY } from './support/example-week.ts'

const WEEKLY = { cadence: 'weekly', timeZone: TIME_ZONE } as const

describe.each(engines)('planning on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addRegions(database.prisma)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await database.prisma.digest.deleteMany()
    await database.prisma.committeeChat.deleteMany()
    await linkChat(database.prisma, -1, VILLAGE)
    await linkChat(database.prisma, -2, TOWNSHIP)
    await linkChat(database.prisma, -3, null)
    await linkChat(database.prisma, -4, VILLAGE, { leftAt: at('11-01 00:00') })
  })

  let runs = 0
  const depsAt = (now: Date) => ({
    prisma: database.prisma,
    clock: { now: () => now },
    random: countingRandom(`run ${++runs}`),
  })
  const plan = async (now = MONDAY) => await planDigests(depsAt(now), WEEKLY)

  it('plans one digest of the last full week for each linked chat', async () => {
    expect(await plan()).toMatchObject({ created: 2, lost: 0, ids: [expect.any(String), expect.any(String)] })
    const rows = await database.prisma.digest.findMany({ orderBy: { chatId: 'desc' } })
    expect(rows).toMatchObject([
      {
        chatId: -1n,
        regionCode: VILLAGE,
        periodKey: 'weekly:2026-11-16',
        state: 'pending',
        createdAt: MONDAY,
      },
      { chatId: -2n, regionCode: TOWNSHIP, periodStart: at('11-16 00:00'), periodEnd: at('11-23 00:00') },
    ])
  })

  it('plans nothing twice, names again what is pending, and nothing else', async () => {
    const first = await plan()
    expect(await plan()).toEqual({ ids: first.ids, created: 0, lost: 0 })
    await database.prisma.digest.update({ where: { id: first.ids[0] ?? '' }, data: { state: 'sent' } })
    await postInterimDigest(depsAt(MONDAY), WEEKLY, -1)
    expect(await plan(at('11-29 23:59'))).toEqual({ ids: first.ids.slice(1), created: 0, lost: 0 })
    expect(await plan(at('11-30 08:00'))).toMatchObject({ created: 2 })
  })

  it('plans each digest once when several planners run at the same moment', async () => {
    const planned = await Promise.all([plan(), plan(), plan(), plan()])
    expect(planned.reduce((sum, { created }) => sum + created, 0)).toBe(2)
    expect(await database.prisma.digest.count()).toBe(2)
    expect(new Set((await plan()).ids).size).toBe(2)
  })

  it('gives up deliveries that began more than ten minutes ago', async () => {
    const { ids } = await plan()
    await database.prisma.digest.updateMany({ data: { state: 'sending', sentAt: MONDAY } })
    expect(await plan(new Date(MONDAY.getTime() + 9 * 60_000))).toEqual({ ids: [], created: 0, lost: 0 })
    expect(await plan(new Date(MONDAY.getTime() + 10 * 60_000))).toEqual({ ids: [], created: 0, lost: 2 })
    const row = await database.prisma.digest.findUnique({ where: { id: ids[0] ?? '' } })
    expect(row?.state).toBe('unknown')
  })

  it('adds one interim digest at a time, and none for a chat that is not linked', async () => {
    const now = at('11-18 10:00')
    const first = await postInterimDigest(depsAt(now), WEEKLY, -1)
    if (!first.ok) throw new Error(first.code)
    expect(await postInterimDigest(depsAt(now), WEEKLY, -1)).toEqual({ ok: false, code: 'pending' })
    expect(await database.prisma.digest.findUnique({ where: { id: first.digestId } })).toMatchObject({
      chatId: -1n,
      periodKey: null,
      periodStart: at('11-16 00:00'),
      periodEnd: new Date(now.getTime() + 1),
      state: 'pending',
    })
    for (const chatId of [-3, -4, -5])
      expect(await postInterimDigest(depsAt(now), WEEKLY, chatId)).toEqual({ ok: false, code: 'not_linked' })
    await database.prisma.digest.updateMany({ where: { chatId: -1 }, data: { state: 'sent' } })
    expect(await postInterimDigest(depsAt(now), WEEKLY, -1)).toMatchObject({ ok: true })
  })

  it('waits for an interim digest that cannot be posted no longer than some hours', async () => {
    await postInterimDigest(depsAt(at('11-18 10:00')), WEEKLY, -1)
    expect(await postInterimDigest(depsAt(at('11-18 15:59')), WEEKLY, -1)).toMatchObject({ ok: false })
    expect(await postInterimDigest(depsAt(at('11-18 16:01')), WEEKLY, -1)).toMatchObject({ ok: true })
  })

  it('adds interim digests for all linked chats in scope', async () => {
    await linkChat(database.prisma, -6, FAR_VILLAGE)
    const chatsOf = async (regionCode: string) => {
      await database.prisma.digest.deleteMany()
      const { ids } = await postInterimDigests(depsAt(MONDAY), WEEKLY, { codes: [regionCode] })
      const rows = await database.prisma.digest.findMany({
        where: { id: { in: ids } },
        orderBy: { chatId: 'desc' },
      })
      return rows.map(({ chatId }) => Number(chatId))
    }
    expect(await chatsOf('')).toEqual([-1, -2, -6])
    expect(await chatsOf(COUNTY)).toEqual([-1, -2, -6])
    expect(await chatsOf(TOWNSHIP)).toEqual([-1, -2])
    expect(await chatsOf(FAR_VILLAGE)).toEqual([-6])
    expect(await chatsOf('140899')).toEqual([])
  })
})
