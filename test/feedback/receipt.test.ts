import { describe, expect, it } from 'vitest'
import { createReceipt, formatReceipt, parseReceipt } from '../../src/feedback/receipt.ts'
import { fc } from '../support/properties.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const random = (draws: number[]) => ({ uuid: () => '', below: () => draws.pop() ?? 0 })
const receipts = fc
  .array(fc.nat(31), { minLength: 7, maxLength: 7 })
  .map((draws) => createReceipt(random(draws)))

describe('receipt', () => {
  it('is eight Crockford characters, shown as XXXX-XXXX, and reads back', () => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(receipt).toMatch(new RegExp(`^[${ALPHABET}]{8}$`))
        expect(formatReceipt(receipt)).toMatch(/^.{4}-.{4}$/)
        expect(parseReceipt(formatReceipt(receipt))).toEqual({ receipt, valid: true })
      }),
    )
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(receipts, fc.nat(7), fc.nat(31), (receipt, at, letter) => {
        const wrong = receipt.slice(0, at) + ALPHABET.charAt(letter) + receipt.slice(at + 1)
        expect(parseReceipt(wrong)?.valid).toBe(wrong === receipt)
      }),
    )
  })

  it('notices nearly all swapped neighbours', () => {
    let noticed = 0
    let swaps = 0
    for (const receipt of fc.sample(receipts, { numRuns: 500, seed: 1 }))
      for (let i = 0; i < 7; i += 1) {
        const swapped = receipt.slice(0, i) + receipt.charAt(i + 1) + receipt.charAt(i) + receipt.slice(i + 2)
        if (swapped === receipt) continue
        swaps += 1
        if (parseReceipt(swapped)?.valid === false) noticed += 1
      }
    expect(noticed / swaps).toBeGreaterThan(0.95)
  })

  it.each([
    ['lower case and spaces', (text: string) => ` ${text.toLowerCase().replace('-', ' ')} `],
    ['full-width', (text: string) => [...text].map((c) => (c === '-' ? '－' : toFullWidth(c))).join('')],
    ['O for 0 and I for 1', (text: string) => text.replaceAll('0', 'O').replaceAll('1', 'I')],
    ['the word for it, as our own screen writes it', (text: string) => `回执 ${text}`],
    ['a stop and quotes around it', (text: string) => `“${text}”。`],
    ['a sentence around it', (text: string) => `我的回执号是：${text}！`],
    ['all of our message', (text: string) => `✅ 收到了，谢谢您。\n\n回执 ${text}\n念给谁听都行。`],
    [
      'digits as they are spoken',
      (text: string) => text.replaceAll('0', '零').replaceAll('1', '幺').replaceAll('-', '杠'),
    ],
    ['o for 0 and l for 1', (text: string) => text.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')],
  ])('is understood with %s', (_, write) => {
    fc.assert(
      fc.property(receipts, (receipt) => {
        expect(parseReceipt(write(formatReceipt(receipt)))).toEqual({ receipt, valid: true })
      }),
    )
  })

  it.each([
    '',
    '药品不全',
    '回执',
    '我的回执找不到了',
    '一二三四五六七',
    '1234567',
    '123456789',
    'ABCDEFGU',
    'hello',
  ])('is not %j', (text) => {
    expect(parseReceipt(text)).toBeNull()
  })
})

function toFullWidth(letter: string): string {
  return String.fromCharCode(letter.charCodeAt(0) + 0xfee0)
}
