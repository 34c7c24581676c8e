import { describe, expect, it } from 'vitest'
import type { Grant } from '../../src/access/grant.ts'
import {
  codesOnTheWay,
  isInScope,
  partInScope,
  rangesOf,
  scopeOfGrants,
  topOfScope,
} from '../../src/access/region-scope.ts'

const administrator = (regionCode: string): Grant => ({ role: 'administrator', regionCode })
const scopeOf = (...codes: string[]) => {
  const scope = scopeOfGrants(codes.map(administrator))
  if (!scope) throw new Error('no scope')
  return scope
}

describe('the scope of an administrator', () => {
  it('has each region once, without what lies within another, and nothing of other roles', () => {
    expect(scopeOf('140829', '140822105', '140822', '140822')).toEqual({ codes: ['140822', '140829'] })
    expect(scopeOf('', '1408')).toEqual({ codes: [''] })
    expect(scopeOfGrants([])).toBeNull()
    expect(scopeOfGrants([{ role: 'committee_member', regionCode: '1408' }])).toBeNull()
  })

  it('begins with its only region', () => {
    expect(topOfScope(scopeOf('140822'))).toBe('140822')
    expect(topOfScope(scopeOf('140822', '140829'))).toBe('')
    expect(topOfScope(scopeOf(''))).toBe('')
  })

  it('lets whoever has several regions step down to them from above, and nobody else', () => {
    const two = scopeOf('140822105', '140829')
    expect(partInScope(two, '')).toEqual(['140822105', '140829'])
    expect(partInScope(two, '1408')).toEqual(['140822105', '140829'])
    expect(partInScope(two, '140822')).toEqual(['140822105'])
    expect(partInScope(two, '140822105201')).toEqual(['140822105201'])
    expect(partInScope(two, '140822199')).toEqual([])
    expect(partInScope(scopeOf('140822'), '1408')).toEqual([])
    expect(codesOnTheWay(two, '')).toEqual(['1408', '140822', '140822105', '140829'])
    expect(codesOnTheWay(two, '140829')).toBeUndefined()
    expect(isInScope(two, '140822')).toBe(false)
  })

  it('is a list of ranges for SQL', () => {
    expect(rangesOf(scopeOf('140822', '140829'))).toEqual([
      { gte: '140822', lt: '140823' },
      { gte: '140829', lt: '14083' },
    ])
  })
})
