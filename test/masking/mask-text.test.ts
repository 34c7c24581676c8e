import { describe, expect, it } from 'vitest'
import { NUMBER_MARK as M, maskText } from '../../src/masking/mask-text.ts'
import { fc } from '../support/properties.ts'
import { left, masked } from './samples/tricky-cases.ts'

describe('maskText', () => {
  it.each([
    ['我的电话13800138000，麻烦回个话', `我的电话${M}，麻烦回个话`],
    ['138 0013 8000', M],
    ['138-0013-8000。', `${M}。`],
    ['138.0013.8000', M],
    ['１３８００１３８０００', M],
    ['一三八〇〇一三八〇〇〇找我', `${M}找我`],
    ['幺三八零零幺三八零零零', M],
    ['1 3 8 0 0 1 3 8 0 0 0', M],
    ['138\u200b0013\u200d8000', M],
    ['1\ufe0f\u20e33\ufe0f\u20e38\ufe0f\u20e30013800\ufe0f\u20e30', M],
    ['①③⑧⓪⓪①③⑧⓪⓪⓪', M],
    ['周一13800138000打我', `周一${M}打我`],
    ['+86 138 0013 8000', `+${M}`],
    ['8613800138000', M],
    ['2024 13800138000', `2024 ${M}`],
    ['2026-11-16 13800138000', `2026-11-16 ${M}`],
    ['13800138000 13900139000', `${M} ${M}`],
    ['13800138000、13900139000', `${M}、${M}`],
    ['13800138000x', `${M}x`],
    ['香港 +852 9123 4567', `香港 +${M}`],
    ['座机（0359）8345678', `座机${M}`],
    ['（打0359 8345678）', `（打${M}）`],
    ['0359-8345678转2', `${M}转2`],
    ['010 6552 9988', M],
    ['家里座机：8345678', `家里座机：${M}`],
    ['电话号码是 834 5678', `电话号码是 ${M}`],
    ['身份证11010519491231002X', `身份证${M}`],
    ['11010519491231002x', M],
    ['110105194912310021', M],
    ['１１０１０５１９４９１２３１００２Ｘ', M],
    ['110105 1949-12-31 002X', M],
    ['一一零一零五一九四九一二三一零零二X', M],
    ['老证 130503670401001', `老证 ${M}`],
    ['卡号6222 0210 0111 6245 702', `卡号${M}`],
    ['6222021001116245702', M],
    ['4111-1111-1111-1111', M],
  ])('masks %s', (text, masked) => {
    expect(maskText(text)).toBe(masked)
    expect(maskText(masked)).toBe(masked)
  })

  it.each([
    '2026年11月16日',
    '2024-11-15 2024-11-16 8点',
    '2024.11.15 2024.11.16 8点',
    '2020 2021 2022 2023 2024',
    '二〇二六年十一月',
    '一共花了1380013.80元',
    '138001380.00元',
    '1,380,013,800元',
    '一千三百八十元',
    '140822105201',
    '乌停村 140822105201，高村镇 140822105',
    '140822101201001',
    '回执 7K3F-M92Q',
    '1234-5678',
    '12345、120、110、10086',
    '400-810-8888',
    '电话20261116打过',
    '4111 1111 1111 1112',
    '913800138000',
    '第一三五七天',
    'xxxxxxxxxxxxxxx',
    '',
  ])('leaves %s as it is', (text) => {
    expect(maskText(text)).toBe(text)
  })

  it.each(masked)('masks what a person reads as a number: %j', (text, shown) => {
    expect(maskText(text)).toBe(shown.replaceAll('●', M))
    expect(maskText(maskText(text))).toBe(maskText(text))
  })

  it.each(left)('leaves what tells nothing of a person: %j', (text) => {
    expect(maskText(text)).toBe(text)
  })

  it('leaves any text without digits as it is', () => {
    fc.assert(
      fc.property(words, (text) => {
        expect(maskText(text)).toBe(text)
      }),
    )
  })

  it('hides any number in any spelling and keeps all around it', () => {
    fc.assert(
      fc.property(
        fc.oneof(mobile, landline, identity, card),
        spelling,
        words,
        words,
        (number, spell, a, b) => {
          const spelled = spell(number)
          expect(maskText(`说${a}是${spelled}的${b}`)).toBe(`说${a}是${M}的${b}`)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never fails and may be repeated', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'0123456789１〇一X.- +\u200b周电话'), maxLength: 60 })
    fc.assert(
      fc.property(noise, (text) => {
        const masked = maskText(text)
        expect(maskText(masked)).toBe(masked)
      }),
      { numRuns: 500 },
    )
  })
})

const NOT_DIGITS = /[\p{N}〇零○◯一壹幺二贰貳三叁參四肆五伍六陆陸七柒八捌九玖xX+＋]/gu
const words = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('药品', '校车', '说', 'ab', '\u{1F3E5}'))
  .map((text) => text.replace(NOT_DIGITS, ''))
  .filter((text) => !/[\p{N}xX+]/u.test(text.normalize('NFKC')))

const digits = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((each) => each.join(''))
const mobile = fc
  .tuple(fc.constantFrom('', '86'), fc.integer({ min: 3, max: 9 }), digits(9))
  .map(([country, second, rest]) => `${country}1${second}${rest}`)
const landline = fc
  .tuple(fc.constantFrom('0359', '010', '021'), fc.integer({ min: 2, max: 9 }), digits(7))
  .map(([area, first, rest]) => `${area}${first}${rest}`)
const identity = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1920-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    digits(3),
  )
  .map(([place, born, order]) => {
    const body = `${place}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, at) => total + weight * Number(body.charAt(at)), 0)
    return body + '10X98765432'.charAt(sum % 11)
  })
const card = fc.tuple(fc.constantFrom('62', '4', '55'), digits(14)).map(([issuer, rest]) => {
  const body = issuer + rest
  const sum = [...body].reverse().reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? Number(digit) * 2 : Number(digit)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return body + ((10 - (sum % 10)) % 10)
})

const scripts = ['0123456789', '０１２３４５６７８９', '〇一二三四五六七八九', '零壹贰叁肆伍陆柒捌玖']
const spelling = fc
  .record({
    script: fc.constantFrom(...scripts),
    gaps: fc.array(fc.constantFrom('', '', '', ' ', '-', '　', '\u200b', '–', ' - '), {
      minLength: 19,
      maxLength: 19,
    }),
  })
  .map(
    ({ script, gaps }) =>
      (number: string) =>
        [...number]
          .map(
            (digit, at) =>
              (at > 0 ? (gaps[at] ?? '') : '') + (digit === 'X' ? 'Ｘ' : [...script].at(Number(digit))),
          )
          .join(''),
  )
