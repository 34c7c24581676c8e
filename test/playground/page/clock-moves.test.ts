import { describe, expect, it } from 'vitest'
import { nextMonday, readFieldValue, toFieldValue } from '../../../src/playground/page/clock-moves.ts'

describe('nextMonday', () => {
  it.each([
    ['a Sunday morning', '2026-11-22T08:05:00+08:00', '2026-11-23T00:00:00.000Z'],
    ['a Monday just before eight', '2026-11-23T07:59:59+08:00', '2026-11-23T00:00:00.000Z'],
    ['a Monday at eight', '2026-11-23T08:00:00+08:00', '2026-11-30T00:00:00.000Z'],
    ['a Tuesday, across the end of a year', '2026-12-29T23:00:00+08:00', '2027-01-04T00:00:00.000Z'],
    ['a Monday that is still Sunday elsewhere', '2026-11-22T17:00:00Z', '2026-11-23T00:00:00.000Z'],
  ])('is the next one from %s', (_when, now, monday) => {
    expect(nextMonday(new Date(now)).toISOString()).toBe(monday)
  })
})

describe('the field', () => {
  it('holds the village’s time', () => {
    expect(toFieldValue(new Date('2026-11-22T00:05:09Z'))).toBe('2026-11-22T08:05')
    expect(readFieldValue('2026-11-22T08:05')?.toISOString()).toBe('2026-11-22T00:05:00.000Z')
  })

  it('may be empty or half filled in', () => {
    expect(readFieldValue('')).toBeUndefined()
    expect(readFieldValue('2026-11-22T')).toBeUndefined()
  })
})
