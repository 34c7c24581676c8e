import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { changeQuery } from '../../src/reports/change-query.ts'
import { loadQuery } from '../../src/reports/load-query.ts'
import { readWords } from '../../src/reports/read-words.ts'
import { saveQuery } from '../../src/reports/save-query.ts'
import { topRegion } from '../../src/reports/top-region.ts'
import { engines } from '../support/databases.ts'
import { clock, insertRegions, NOW } from './support/feedback-rows.ts'
import { filter } from './support/filters.ts'

/** The same letters first, then others: what a collision looks like. */
function randomOf(numbers: number[]) {
  let at = 0
  return { uuid: () => '', below: (limit: number) => (numbers[at++ % numbers.length] ?? 0) % limit }
}

describe.each(engines)('saved queries on $name', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await insertRegions(database.prisma)
  })
  afterAll(() => database.close())

  it('come back to whoever asked, in eight base32 characters, and to nobody else', async () => {
    const deps = { db: database.prisma, clock, random: randomOf([0, 31, 10, 17]) }
    const id = await saveQuery(deps, { telegramId: 7, filter: filter({ words: "50% 'x' \\ _" }) })
    expect(id).toBe('0ZAH0ZAH')
    expect(await loadQuery(database.prisma, { id, telegramId: 7 })).toEqual({
      ok: true,
      filter: filter({ words: "50% 'x' \\ _" }),
    })
    expect(await loadQuery(database.prisma, { id, telegramId: 8 })).toEqual({ ok: false, code: 'not_found' })
    await changeQuery(deps, { id, telegramId: 8, filter: filter() })
    await changeQuery(deps, { id, telegramId: 7, filter: filter({ topic: 'schooling' }) })
    expect(await loadQuery(database.prisma, { id, telegramId: 7 })).toMatchObject({
      filter: { topic: 'schooling' },
    })
  })

  it('take another id where one is taken', async () => {
    const deps = {
      db: database.prisma,
      clock,
      random: randomOf([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]),
    }
    const first = await saveQuery(deps, { telegramId: 7, filter: filter() })
    const second = await saveQuery(deps, { telegramId: 7, filter: filter() })
    const third = await saveQuery(deps, { telegramId: 7, filter: filter() })
    expect(new Set([first, second, third]).size).toBe(3)
  })

  it('of another shape are as good as gone, and those of long ago go', async () => {
    const updatedAt = new Date(NOW.getTime() - 31 * 86_400_000)
    await database.prisma.feedbackQuery.createMany({
      data: [
        { id: 'OLDSHAPE', telegramId: 9n, filter: { topic: 1 }, updatedAt: NOW },
        { id: 'LONGAGO1', telegramId: 9n, filter: {}, updatedAt },
        { id: 'LONGAGO2', telegramId: 10n, filter: {}, updatedAt },
      ],
    })
    expect(await loadQuery(database.prisma, { id: 'OLDSHAPE', telegramId: 9 })).toMatchObject({ ok: false })
    const deps = { db: database.prisma, clock, random: randomOf([3, 4, 5]) }
    await saveQuery(deps, { telegramId: 9, filter: filter() })
    const left = await database.prisma.feedbackQuery.findMany({ where: { id: { startsWith: 'LONGAGO' } } })
    expect(left.map(({ id }) => id)).toEqual(['LONGAGO2'])
  })

  it('begin at the top of the scope, or at the only city', async () => {
    expect(await topRegion(database.prisma, { codes: ['140822'] })).toBe('140822')
    expect(await topRegion(database.prisma, { codes: [''] })).toBe('1408')
    await database.prisma.region.create({ data: { code: '1409', level: 'city', name: '忻州市' } })
    expect(await topRegion(database.prisma, { codes: [''] })).toBe('')
  })
})

describe('words to search for', () => {
  it('lose the white space around them and what PostgreSQL cannot store', () => {
    expect(readWords('  药品 不全\n')).toEqual({ ok: true, words: '药品 不全' })
    expect(readWords('　降压药　')).toEqual({ ok: true, words: '降压药' })
    expect(readWords('a\u0000b\ud800')).toEqual({ ok: true, words: 'a b\ufffd' })
  })

  it('are refused empty or above 50 characters', () => {
    expect(readWords(' \n ')).toEqual({ ok: false, code: 'empty' })
    expect(readWords('药'.repeat(51))).toEqual({ ok: false, code: 'too_long' })
    expect(readWords('👵'.repeat(50))).toMatchObject({ ok: true })
  })
})
