import { describe, expect, it } from 'vitest'
import { caseAlias } from '../../src/messages/case-alias.ts'

describe('a case’s alias', () => {
  it.each([
    [1, 'A01'],
    [17, 'A17'],
    [99, 'A99'],
    [100, 'B01'],
    [99 * 24, 'Z99'],
    [99 * 24 + 1, 'AA01'],
    [99 * 24 + 99 * 24, 'AZ99'],
    [99 * 24 + 99 * 24 + 1, 'BA01'],
  ])('of number %i is %s', (number, alias) => {
    expect(caseAlias(number)).toBe(alias)
  })

  it('is never given twice', () => {
    const aliases = Array.from({ length: 100_000 }, (_, i) => caseAlias(i + 1))
    expect(new Set(aliases).size).toBe(aliases.length)
  })
})
