import { describe, expect, it } from 'vitest'
import { cards } from '../../../src/cards/topics.ts'
import { relationshipIds } from '../../../src/feedback/proxy/filed-for.ts'
import {
  decodeProxyPress,
  encodeProxyPress,
  isProxyName,
  type ProxyPress,
} from '../../../src/presses/proxy-press.ts'
import { fc } from '../../support/properties.ts'

const id = '0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'
const code = '5JXSW6MFHP'
const presses: ProxyPress[] = [
  { kind: 'begin' },
  ...relationshipIds.flatMap((relationship): ProxyPress[] => [
    { kind: 'who', relationship },
    { kind: 'nameless', relationship },
  ]),
  ...(['open', 'voice', 'code', 'reopen', 'drop'] as const).map((kind): ProxyPress => ({ kind, id })),
  { kind: 'look', code },
  { kind: 'files', code },
  { kind: 'agree', code, id },
  { kind: 'decline', code, id },
  { kind: 'language', code, locale: 'en' },
]

function expectReadBack(press: ProxyPress) {
  const data = encodeProxyPress(press)
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  expect(decodeProxyPress(data)).toEqual(press)
}

describe('buttons of filing for somebody else', () => {
  it('read back what was written, in at most 64 bytes', () => {
    for (const press of presses) expectReadBack(press)
  })

  it('carry every name that is taken, beside every relationship and topic', () => {
    const names = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
      fc
        .array(fc.constantFrom('张', '大', '爷', ' ', ':', 'é', '👵'), { minLength: 1, maxLength: 14 })
        .map((all) => all.join('')),
    )
    fc.assert(
      fc.property(
        fc.option(names.filter(isProxyName), { nil: null }),
        fc.constantFrom(...relationshipIds),
        fc.constantFrom(...cards.map(({ topic }) => topic)),
        fc.boolean(),
        (name, relationship, topic, anew) => {
          expectReadBack({ kind: 'topic', forWhom: { relationship, name }, topic, anew })
        },
      ),
    )
  })

  it.each(['', '张大爷13800138000', '张大爷\n李大妈', '一二三四五六七八九十一二三'])(
    'take %j for no name',
    (name) => {
      expect(isProxyName(name)).toBe(false)
    },
  )

  it.each(['张大爷', '村东头张大爷', 'Mr Zhang'])('take %j for a name', (name) => {
    expect(isProxyName(name)).toBe(true)
  })

  it.each([
    'f:',
    'f:begin:1',
    'f:r:stranger',
    'f:t:neighbour:healthcare',
    'f:o:0b9d4f5e',
    'f:y:5JXSW6MFHP',
    `f:y:5jxsw6mfhp:${id}`,
    'f:l:5JXSW6MFHPX',
    'f:toString',
  ])('refuse %j', (data) => {
    expect(decodeProxyPress(data)).toBeNull()
  })
})
