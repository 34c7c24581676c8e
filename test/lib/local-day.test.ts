import { describe, expect, it } from 'vitest'
import { localDayOf, startOfLocalDay } from '../../src/lib/local-day.ts'

const iso = (date: Date) => date.toISOString()
const midnight = (at: Date, timeZone: string, days = 0) =>
  startOfLocalDay(localDayOf(at, timeZone) + days, timeZone)

describe('local midnight', () => {
  it('is the same wall time on both sides of a change of the clocks', () => {
    const march = new Date('2026-03-30T10:00:00Z')
    expect(iso(midnight(march, 'Europe/Berlin'))).toBe('2026-03-29T22:00:00.000Z')
    expect(iso(midnight(march, 'Europe/Berlin', -1))).toBe('2026-03-28T23:00:00.000Z')
  })

  it('is one o’clock where the clocks go forward over midnight, and the first of two where they go back', () => {
    // Cairo: 24 April 2026 00:00 -> 01:00; 30 October 2026 00:00 -> 29 October 23:00
    expect(iso(midnight(new Date('2026-04-24T10:00:00Z'), 'Africa/Cairo'))).toBe('2026-04-23T22:00:00.000Z')
    expect(iso(midnight(new Date('2026-10-30T10:00:00Z'), 'Africa/Cairo'))).toBe('2026-10-29T22:00:00.000Z')
    // Havana: 1 November 2026 01:00 -> 00:00
    expect(iso(midnight(new Date('2026-11-01T20:00:00Z'), 'America/Havana'))).toBe('2026-11-01T04:00:00.000Z')
  })
})
