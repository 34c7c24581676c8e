import { describe, expect, it } from 'vitest'
import { shortenQuote } from '../../src/masking/shorten-quote.ts'
import { fc } from '../support/properties.ts'

describe('shortenQuote', () => {
  it.each([
    ['想有个吃午饭的地方', '想有个吃午饭的地方'],
    ['  第一行\n\n 第二行\t', '第一行 第二行'],
    [
      '降压药常常断，要去县里买，来回一整天。我都七十了，腿脚也不好。希望村里卫生室能备上',
      '降压药常常断，要去县里买，来回一整天…',
    ],
    [
      '我家的老人今年八十岁了身体不好常年吃药，现在村里卫生室没有这个药只能去县里买',
      '我家的老人今年八十岁了身体不好常年吃药…',
    ],
    ['字'.repeat(31), `${'字'.repeat(30)}…`],
    [
      'The school bus stops two kilometres from our house and my child walks alone in the dark',
      'The school bus stops two kilometres from our house and my…',
    ],
    ['找张医生 138-0013-8000 好吗', '找张医生 ●●●● 好吗'],
    ['\u202egnorts\u202c', 'gnorts'],
    ['👨‍👩‍👧‍👦'.repeat(31), `${'👨‍👩‍👧‍👦'.repeat(30)}…`],
    [' \n\u200e ', ''],
    ['', ''],
  ])('%s', (text, quote) => {
    expect(shortenQuote(text)).toBe(quote)
  })

  it('is one short line of whole characters, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const quote = shortenQuote(text)
        expect(quote).not.toMatch(/[\n\r]/)
        expect(quote.isWellFormed()).toBe(true)
        expect(quote.length).toBeLessThanOrEqual(60 * 32 + 1)
      }),
    )
  })
})
