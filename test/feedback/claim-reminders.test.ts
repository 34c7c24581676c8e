import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { claimReminders } from '../../src/feedback/claim-reminders.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'
import { rememberPerson } from '../../src/people/remember-person.ts'
import { engines } from '../support/databases.ts'
import { agreedPerson, beginCard } from '../support/known-people.ts'

const VILLAGE = '140822105201'
const timeZone = 'Asia/Shanghai'
const at = (local: string) => new Date(`2026-11-${local}:00+08:00`)

describe.each(engines)('reminders of half-filled cards on $name', ({ open }) => {
  let database: Database

  beforeAll(async () => {
    database = await open()
    for (const [code, level, parentCode] of [
      ['1408', 'city', null],
      ['140822', 'county', '1408'],
      ['140822105', 'township', '140822'],
      [VILLAGE, 'village', '140822105'],
    ] as const)
      await database.prisma.region.create({ data: { code, level, name: code, parentCode } })
    await halfFill(1, at('20T09:30'), {})
    await halfFill(2, at('20T23:00'), {})
    await halfFill(3, at('20T09:30'), { muted: true })
    await halfFill(4, at('20T09:30'), { blocked: true })
  })
  afterAll(async () => await database.close())

  async function halfFill(id: number, when: Date, kept: { muted?: boolean; blocked?: boolean }) {
    const clock = { now: () => when }
    const person = await agreedPerson(database, { telegramId: id, villageCode: VILLAGE, clock })
    await rememberPerson({ tx: database.prisma, clock, random }, id, kept)
    await beginCard(database, { personId: person.id, villageCode: VILLAGE, clock })
  }
  const claim = async (local: string) => {
    const claimed = await claimReminders({ db: database.prisma, clock: { now: () => at(local) }, timeZone })
    return claimed.map(({ telegramId }) => telegramId)
  }

  it('come after a day, once, in the daytime, and not to those who want quiet', async () => {
    expect(await claim('21T09:29')).toEqual([])
    expect(await claim('21T07:59')).toEqual([])
    expect(await claim('21T09:31')).toEqual([1])
    expect(await claim('21T09:32')).toEqual([])
    expect(await claim('21T23:01')).toEqual([])
    expect(await claim('22T07:59')).toEqual([])
    expect(await claim('22T08:00')).toEqual([2])
    expect(await claim('22T20:59')).toEqual([])
  })
})
