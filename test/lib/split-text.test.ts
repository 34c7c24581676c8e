import { describe, expect, it } from 'vitest'
import { splitText } from '../../src/lib/split-text.ts'
import { fc } from '../support/properties.ts'

describe('a long text', () => {
  it('is split into parts that are short enough, and nothing but the ends of lines between them is lost', () => {
    const texts = fc.array(fc.constantFrom('药', '断', 'a', '\n', '👵', ' '), { maxLength: 300 })
    fc.assert(
      fc.property(texts, fc.integer({ min: 5, max: 60 }), (letters, most) => {
        const text = letters.join('')
        const parts = splitText(text, most)
        for (const part of parts) {
          expect(part.length).toBeLessThanOrEqual(most)
          expect(part.isWellFormed()).toBe(true)
        }
        expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''))
      }),
    )
  })

  it('is cut between lines where it can be, and stays whole where it fits', () => {
    expect(splitText('一二三\n四五六', 6)).toEqual(['一二三', '四五六'])
    expect(splitText('一二三\n四五六', 7)).toEqual(['一二三\n四五六'])
  })
})
