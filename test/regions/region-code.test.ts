import { describe, expect, it } from 'vitest'
import {
  ancestorCodes,
  cityOf,
  cityWithoutCounties,
  countyOf,
  isWithin,
  parentCode,
  regionLevelOf,
  regionLevels,
  subtreeRange,
  townshipOf,
  villageOf,
} from '../../src/regions/region-code.ts'
import { fc } from '../support/properties.ts'

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((d) => d.join(''))
const code = fc.constantFrom(...regionLevels.map((level) => level.digits)).chain(digits)

describe('a region code', () => {
  it('has the level of its length', () => {
    expect(['1408', '140822', '140822105', '140822105201', '140822105201003'].map(regionLevelOf)).toEqual([
      'city',
      'county',
      'township',
      'village',
      'grid',
    ])
  })

  it.each(['', '14', '14082', '1408221052010', '14a8', '１４０８', ' 1408', '1408\n', '-408'])(
    'is not %j',
    (text) => {
      expect(regionLevelOf(text)).toBeUndefined()
      expect(parentCode(text)).toBeUndefined()
    },
  )

  it('gives the codes above it', () => {
    expect(ancestorCodes('140822105201')).toEqual(['1408', '140822', '140822105'])
    expect(parentCode('140822105201003')).toBe('140822105201')
    expect(parentCode('1408')).toBeUndefined()
    const grid = '140822105201003'
    expect([cityOf(grid), countyOf(grid), townshipOf(grid), villageOf(grid)]).toEqual([
      '1408',
      '140822',
      '140822105',
      '140822105201',
    ])
    expect(townshipOf('140822')).toBeUndefined()
  })

  it('knows the townships of cities that have no counties', () => {
    expect(cityWithoutCounties('441900003')).toBe('4419')
    expect(cityWithoutCounties('140822105')).toBeUndefined()
    expect(cityWithoutCounties('441900003001')).toBeUndefined()
  })

  it('lies in the subtree range of another exactly when it is within it', () => {
    fc.assert(
      fc.property(code, code, (one, other) => {
        const { gte, lt } = subtreeRange(other)
        expect(one >= gte && one < lt).toBe(isWithin(one, other))
      }),
    )
  })

  it('lies within everything above it, nines or not', () => {
    const nines = fc.constantFrom('9999', '999999', '140899', '140999999', '999999999999999')
    fc.assert(
      fc.property(fc.oneof(code, nines), (one) => {
        for (const above of ['', ...ancestorCodes(one), one]) {
          const { gte, lt } = subtreeRange(above)
          expect(isWithin(one, above)).toBe(true)
          expect(one >= gte && one < lt).toBe(true)
        }
      }),
    )
  })

  it('refuses a range of what is no code', () => {
    expect(subtreeRange('1408')).toEqual({ gte: '1408', lt: '1409' })
    expect(() => subtreeRange("14'")).toThrow('not a region code')
  })
})
