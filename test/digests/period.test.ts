import { describe, expect, it } from 'vitest'
import {
  type Cadence,
  currentPeriod,
  lastFullPeriod,
  type Period,
  periodAround,
  periodBefore,
  periodOfKey,
} from '../../src/digests/period.ts'
import { scheduleOf } from '../../src/digests/schedule-of.ts'
import { fc } from '../support/properties.ts'

const CHINA = 'Asia/Shanghai'
const show = ({ key, start, end }: Period) => [key, start.toISOString(), end.toISOString()]

describe('periods', () => {
  it.each<[Cadence, string, string[]]>([
    [
      'weekly',
      '2026-11-23T00:00:00Z',
      ['weekly:2026-11-16', '2026-11-15T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ],
    [
      'weekly',
      '2026-11-22T15:59:59Z',
      ['weekly:2026-11-09', '2026-11-08T16:00:00.000Z', '2026-11-15T16:00:00.000Z'],
    ],
    [
      'daily',
      '2026-11-22T16:00:00Z',
      ['daily:2026-11-22', '2026-11-21T16:00:00.000Z', '2026-11-22T16:00:00.000Z'],
    ],
    [
      'twice_monthly',
      '2026-11-10T00:00:00Z',
      ['twice_monthly:2026-10-20', '2026-10-19T16:00:00.000Z', '2026-11-09T16:00:00.000Z'],
    ],
    [
      'twice_monthly',
      '2026-11-20T00:00:00Z',
      ['twice_monthly:2026-11-10', '2026-11-09T16:00:00.000Z', '2026-11-19T16:00:00.000Z'],
    ],
    [
      'twice_monthly',
      '2027-01-15T00:00:00Z',
      ['twice_monthly:2026-12-20', '2026-12-19T16:00:00.000Z', '2027-01-09T16:00:00.000Z'],
    ],
  ])('the last full %s one at %s', (cadence, now, expected) => {
    expect(show(lastFullPeriod(cadence, new Date(now), CHINA))).toEqual(expected)
  })

  it('the running one contains the present and bears the key of the whole', () => {
    const now = new Date('2026-11-18T03:04:05.006Z')
    expect(show(currentPeriod('weekly', now, CHINA))).toEqual([
      'weekly:2026-11-16',
      '2026-11-15T16:00:00.000Z',
      '2026-11-18T03:04:05.007Z',
    ])
  })

  it('follow the clocks when they change', () => {
    const hours = (period: Period) => (period.end.getTime() - period.start.getTime()) / 3_600_000
    const on = (date: string, zone: string) => periodAround('daily', new Date(`${date}T12:00:00Z`), zone)
    expect(hours(on('2026-03-29', 'Europe/Berlin'))).toBe(23)
    expect(hours(on('2026-10-25', 'Europe/Berlin'))).toBe(25)
    // midnight does not exist there on that day
    expect(show(on('2018-11-04', 'America/Sao_Paulo'))).toEqual([
      'daily:2018-11-04',
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
    ])
    // midnight comes twice: the clocks go back from one to twelve
    expect(show(on('2026-10-25', 'Atlantic/Azores'))).toEqual([
      'daily:2026-10-25',
      '2026-10-25T00:00:00.000Z',
      '2026-10-26T01:00:00.000Z',
    ])
    expect(hours(on('2011-12-31', 'Pacific/Apia'))).toBe(24)
  })

  it('touch their neighbours, contain the instant they were asked for, and are found again by key', () => {
    const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    const cadence = fc.constantFrom<Cadence>('weekly', 'twice_monthly', 'daily')
    const zone = fc.constantFrom(
      CHINA,
      'UTC',
      'Europe/Berlin',
      'America/Sao_Paulo',
      'America/St_Johns',
      'Asia/Beirut',
      'Africa/Cairo',
      'Australia/Lord_Howe',
      'Atlantic/Azores',
    )
    fc.assert(
      fc.property(cadence, instant, zone, (each, now, timeZone) => {
        const period = periodAround(each, now, timeZone)
        expect(period.start.getTime()).toBeLessThanOrEqual(now.getTime())
        expect(period.end.getTime()).toBeGreaterThan(now.getTime())
        expect(periodOfKey(period.key, timeZone)).toEqual(period)
        const before = periodBefore(period)
        expect(before.end).toEqual(period.start)
        expect(periodBefore(periodAround(each, period.end, timeZone))).toEqual(period)
        expect(lastFullPeriod(each, now, timeZone)).toEqual(before)
        // an instant of the one before lies in no other
        expect(periodAround(each, new Date(period.start.getTime() - 1), timeZone)).toEqual(before)
      }),
      { numRuns: 500 },
    )
  })

  it.each(['weekly:2026-11-17', 'weekly:2026-13-01', 'monthly:2026-11-01', 'weekly:', ''])(
    'no period has the key %s',
    (key) => {
      expect(periodOfKey(key, CHINA)).toBeUndefined()
    },
  )

  it('are due when they are over', () => {
    expect(scheduleOf('weekly', 8)).toBe('0 8 * * 1')
    expect(scheduleOf('twice_monthly', 18)).toBe('0 18 10,20 * *')
    expect(scheduleOf('daily', 0)).toBe('0 0 * * *')
  })
})
