import { describe, expect, it } from 'vitest'
import { showDate } from '../../src/messages/show-date.ts'

const EVENING = new Date('2026-11-20T18:00:00Z')

describe('a day as people read it', () => {
  it.each([
    ['zh', {}, '11月21日'],
    ['en', {}, 'Nov 21'],
    ['zh', { year: true }, '2026年11月21日'],
    ['en', { year: true }, 'Nov 21, 2026'],
    ['zh', { year: { unlessOf: new Date('2026-01-01T00:00:00Z') } }, '11月21日'],
    ['zh', { year: { unlessOf: new Date('2027-01-01T00:00:00Z') } }, '2026年11月21日'],
  ] as const)('is that of the region, in %s with %j', (locale, options, shown) => {
    expect(showDate(EVENING, 'Asia/Shanghai', locale, options)).toBe(shown)
  })
})
