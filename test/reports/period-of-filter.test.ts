import { describe, expect, it } from 'vitest'
import { periodOfFilter } from '../../src/reports/period-of-filter.ts'

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
