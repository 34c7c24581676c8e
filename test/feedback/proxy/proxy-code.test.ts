import { describe, expect, it } from 'vitest'
import { createProxyCode, formatProxyCode, parseProxyCode } from '../../../src/feedback/proxy/proxy-code.ts'
import { parseReceipt } from '../../../src/feedback/receipt.ts'
import { systemRandom } from '../../../src/lib/system-random.ts'
import { fc } from '../../support/properties.ts'

const codes = fc
  .array(fc.nat(31), { minLength: 9, maxLength: 9 })
  .map((draws) => createProxyCode({ uuid: () => '', below: () => draws.pop() ?? 0 }))

describe('the code with which somebody agrees', () => {
  it('is ten characters, at least one of them a digit, shown as XXXXX-XXXXX, and reads back', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toMatch(/^(?=.*\d)[0-9A-HJKMNP-TV-Z]{10}$/)
        expect(formatProxyCode(code)).toMatch(/^.{5}-.{5}$/)
        expect(parseProxyCode(formatProxyCode(code).toLowerCase())).toEqual({ code, valid: true })
      }),
    )
  })

  it('is never taken for a receipt', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(parseReceipt(code)).toBeNull()
      }),
    )
  })

  it('notices every single wrong character', () => {
    fc.assert(
      fc.property(
        codes,
        fc.nat(9),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (code, at, letter) => {
          const wrong = code.slice(0, at) + letter + code.slice(at + 1)
          expect(parseProxyCode(wrong)?.valid ?? false).toBe(wrong === code)
        },
      ),
    )
  })

  it('differs each time', () => {
    const many = Array.from({ length: 2000 }, () => createProxyCode(systemRandom))
    expect(new Set(many).size).toBe(many.length)
  })

  it.each(['降压药常常断', 'everything', '7K3F-M92Q', '13800138000', ''])('is not seen in %j', (typed) => {
    expect(parseProxyCode(typed)).toBeNull()
  })
})
