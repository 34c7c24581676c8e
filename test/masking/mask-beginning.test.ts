import { describe, expect, it } from 'vitest'
import { maskText } from '../../src/masking/mask-text.ts'
import { shortenWords } from '../../src/masking/shorten-words.ts'
import { fc } from '../support/properties.ts'
import { createDice } from './samples/dice.ts'
import { digitDisguises } from './samples/disguises.ts'
import { tellingKinds } from './samples/telling-numbers.ts'

/** Of this process alone, so that it does not matter what else the machine does. */
const cpuMs = () => process.cpuUsage().user / 1000

describe('what is shown of long words', () => {
  it('is the same as if all of them had been masked first, wherever the cut falls', () => {
    const dice = createDice(5)
    const samples = Object.values(tellingKinds).flatMap((tell) =>
      Object.values(digitDisguises).map((disguise) => {
        const { before, number, behind } = tell(dice)
        return before + disguise(number, dice) + behind
      }),
    )
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...samples, '药不全，', '\n', '   ', '2026-11-16 ', '\u200b'.repeat(40)), {
          minLength: 40,
          maxLength: 120,
        }),
        fc.integer({ min: 1, max: 700 }),
        (parts, most) => {
          const words = parts.join('')
          const whole = [...maskText(words).replace(/\s+/g, ' ').trim()].slice(0, most).join('')
          const shown = shortenWords(words, most).replace(/…$/, '')
          const undo = (text: string) =>
            text
              .normalize('NFKC')
              .replace(/[\p{Script=Latin}\d'’-]{1,20}$/u, '')
              .trimEnd()
          expect(undo(whole).startsWith(undo(shown)) || undo(shown).startsWith(undo(whole))).toBe(true)
          expect(undo(whole).length - undo(shown).length).toBeLessThanOrEqual(24)
        },
      ),
      { numRuns: 150 },
    )
  })

  it('costs what is shown: a hundred thousand characters take no longer than three thousand', () => {
    const time = (text: string) => {
      const runs = Array.from({ length: 9 }, () => {
        const begun = cpuMs()
        for (let i = 0; i < 5; i++) shortenWords(text, 300)
        return cpuMs() - begun
      })
      return Math.min(...runs)
    }
    const words = '药不全，打13800138000，血压130/80。'
    time(words.repeat(30))
    expect(time(words.repeat(4000))).toBeLessThan(6 * time(words.repeat(120)) + 50)
  })
})

describe('masking', () => {
  it.each([
    '1',
    '1-',
    '1.',
    '12:',
    '138 0013 800',
    'a@',
    'a@a.',
    '艾特',
    '晋M1 ',
    '微信号',
    'vx:a',
    'QQ',
    '(',
    '1\u200b',
    'lO',
    '一直',
    ' ',
  ])('takes linear time for %j over and over', (unit) => {
    const best = (length: number) =>
      Math.min(
        ...Array.from({ length: 2 }, () => {
          const text = unit.repeat(Math.ceil(length / unit.length))
          const begun = cpuMs()
          maskText(text)
          return cpuMs() - begun
        }),
      )
    best(2_000)
    // sixteen times as long: a quadratic one would take 256 times as long
    expect(best(128_000)).toBeLessThan(100 * best(8_000) + 500)
  })
})
