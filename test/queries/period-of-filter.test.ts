import { describe, expect, it } from 'vitest'
import { localMidnight } from '../../src/queries/local-midnight.ts'
import { periodOfFilter } from '../../src/queries/period-of-filter.ts'

const iso = (date: Date | null | undefined) => date?.toISOString() ?? null

describe('the period of a filter', () => {
  it('is the last seven local days with today, and the seven before', () => {
    // 21 November 12:00 in Shanghai
    const period = periodOfFilter('week', new Date('2026-11-21T04:00:00Z'), 'Asia/Shanghai')
    expect(iso(period.start)).toBe('2026-11-14T16:00:00.000Z')
    expect(iso(period.end)).toBe('2026-11-21T16:00:00.000Z')
    expect(iso(period.before?.start)).toBe('2026-11-07T16:00:00.000Z')
    expect(iso(period.before?.end)).toBe('2026-11-14T16:00:00.000Z')
  })

  it('of three months begins on 23 August where today is 21 November', () => {
    const period = periodOfFilter('three_months', new Date('2026-11-21T04:00:00Z'), 'Asia/Shanghai')
    expect(iso(period.start)).toBe('2026-08-22T16:00:00.000Z')
  })

  it('goes by the local day, not the one in Greenwich', () => {
    const late = new Date('2026-11-21T16:30:00Z')
    expect(iso(periodOfFilter('week', late, 'Asia/Shanghai').end)).toBe('2026-11-22T16:00:00.000Z')
    expect(iso(periodOfFilter('week', late, 'UTC').end)).toBe('2026-11-22T00:00:00.000Z')
    expect(iso(periodOfFilter('week', late, 'America/New_York').end)).toBe('2026-11-22T05:00:00.000Z')
  })

  it('has no beginning and nothing before it where all is asked for', () => {
    const period = periodOfFilter('all', new Date('2026-11-21T04:00:00Z'), 'Asia/Shanghai')
    expect(period).toMatchObject({ start: null, before: null })
  })
})

describe('local midnight', () => {
  it('is the same wall time on both sides of a change of the clocks', () => {
    const march = new Date('2026-03-30T10:00:00Z')
    expect(iso(localMidnight(march, 'Europe/Berlin', 0))).toBe('2026-03-29T22:00:00.000Z')
    expect(iso(localMidnight(march, 'Europe/Berlin', -1))).toBe('2026-03-28T23:00:00.000Z')
  })

  it('is one o’clock where the clocks go forward over midnight, and the first of two where they go back', () => {
    // Cairo: 24 April 2026 00:00 -> 01:00; 30 October 2026 00:00 -> 29 October 23:00
    expect(iso(localMidnight(new Date('2026-04-24T10:00:00Z'), 'Africa/Cairo', 0))).toBe(
      '2026-04-23T22:00:00.000Z',
    )
    expect(iso(localMidnight(new Date('2026-10-30T10:00:00Z'), 'Africa/Cairo', 0))).toBe(
      '2026-10-29T22:00:00.000Z',
    )
    // Havana: 1 November 2026 01:00 -> 00:00
    expect(iso(localMidnight(new Date('2026-11-01T20:00:00Z'), 'America/Havana', 0))).toBe(
      '2026-11-01T04:00:00.000Z',
    )
  })
})
