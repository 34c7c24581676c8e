import { describe, expect, it } from 'vitest'
import { relationshipIds } from '../../src/cards/filed-for.ts'
import { cards } from '../../src/cards/topics.ts'
import { decodePress, encodePress, isProxyName, type Press } from '../../src/presses/callback-data.ts'
import { fc } from '../support/properties.ts'
import { everyPress } from './every-press.ts'

const id = '0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'

function expectReadBack(press: Press) {
  const data = encodePress(press)
  expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64)
  expect(decodePress(data)).toEqual(press)
}

describe('callback data', () => {
  it('reads back what it wrote of every button, in at most 64 bytes', () => {
    for (const press of everyPress) expectReadBack(press)
  })

  it('is another for each press', () => {
    const written = everyPress.map(encodePress)
    expect(new Set(written).size).toBe(written.length)
  })

  it.each<[string, Press]>([
    ['menu', { kind: 'menu' }],
    ['resume', { kind: 'resume' }],
    ['t:elder_care:0b9d4f5e', { kind: 'topic', topic: 'elder_care', insteadOf: '0b9d4f5e' }],
    ['c:0b9d4f5e:t:aspects:staff', card({ type: 'tick', question: 'aspects', value: 'staff' })],
    ['c:0b9d4f5e:n:aspects', card({ type: 'next', question: 'aspects' })],
    ['c:0b9d4f5e:o:schooling', card({ type: 'sort', topic: 'schooling' })],
    ['c:0b9d4f5e:m', card({ type: 'submit' })],
    ['ok:140822105201', { kind: 'consent', villageCode: '140822105201' }],
    ['vs:-:0', { kind: 'step-down', code: '', page: 0 }],
    ['g:en:140822105201', { kind: 'language', locale: 'en', villageCode: '140822105201' }],
    ['mute:off', { kind: 'mute', on: false }],
    [`l:vn:${id}`, { kind: 'verdict', verdict: 'not_fixed', caseId: id }],
    [`l:a:${id}`, { kind: 'accept', caseId: id }],
    ['l:cases', { kind: 'open-cases' }],
    ['p:back', { kind: 'privacy' }],
    ['p:looks:3', { kind: 'privacy-looks', page: 3 }],
    [
      'f:t:elder:healthcare:',
      { kind: 'proxy-topic', insteadOf: null, relationship: 'elder', topic: 'healthcare', name: null },
    ],
    ['f:l:5JXSW6MFHP', { kind: 'proxy-look', code: '5JXSW6MFHP' }],
    [
      's:r:140822:healthcare.where',
      { kind: 'recording-anew', regionCode: '140822', screen: 'healthcare.where' },
    ],
    [
      'q:0ZAH9KMV:regions+:1408.2',
      {
        kind: 'query',
        queryId: '0ZAH9KMV',
        step: { action: 'regions', first: true, regionCode: '1408', page: 2 },
      },
    ],
  ])('reads %j, as it stands below messages of old', (data, press) => {
    expect(decodePress(data)).toEqual(press)
  })

  it('carries every name that is taken, beside every relationship and topic', () => {
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
        fc.constantFrom(null, '0b9'),
        (name, relationship, topic, insteadOf) => {
          expectReadBack({ kind: 'proxy-topic', relationship, name, topic, insteadOf })
        },
      ),
    )
  })

  it.each([
    '',
    'c',
    'c:0b9d4f5e:c:about',
    'c:0b9d4f5e:z:about:me',
    'c:0b9d4f5e:m:about',
    'c:0b9d4f5e:n:about:me',
    'c:xyz:m',
    't:',
    'ok:14082210520',
    'v:abc',
    'l:c:1',
    `l:constructor:${id}`,
    'menu:1',
    'menu\0',
    'menu\n',
    'menu\ud800',
    'vn:-:0:\0',
    'vn:-:0:\udc00村',
    "v:140822105201'; drop table person",
    'toString',
    'constructor',
    '__proto__',
    'g:../../etc:140822105201',
    'm:12345',
    'p:',
    'p:looks:-1',
    'f:',
    'f:begin:1',
    'f:r:stranger',
    'f:t:neighbour:healthcare',
    'f:o:0b9d4f5e',
    'f:y:5JXSW6MFHP',
    `f:y:5jxsw6mfhp:${id}`,
    'f:l:5JXSW6MFHPX',
    's:',
    's:w:123',
    's:c:short:about',
    's:o:140822',
    's:o:140822:../x',
    's:p:1:2:3',
    'q:0ZAH9KMV',
    'q:0ZAH9KM:tally',
    'q:0zah9kmv:tally',
    'q:0ZAH9KMV:nothing',
    'q:0ZAH9KMV:topic',
    'q:0ZAH9KMV:topic:DROP TABLE',
    'q:0ZAH9KMV:region:1',
    "q:0ZAH9KMV:region:1408'--",
    'q:0ZAH9KMV:regions:1408',
    'q:0ZAH9KMV:regions:1408.-1',
    'q:0ZAH9KMV:entries:-1',
    'q:0ZAH9KMV:entries:1.5',
    'q:0ZAH9KMV:entries:1e9',
    'q:0ZAH9KMV:entries',
    'q:0ZAH9KMV:period:decade',
    'q:0ZAH9KMV:status:erased',
    'q:0ZAH9KMV:tally\n',
    `vn:-:0:${'村'.repeat(60)}`,
  ])('is no button of ours: %j', (data) => {
    expect(decodePress(data)).toBeNull()
  })

  it('never throws, and gives back only what can be written again', () => {
    const seen = fc.constantFrom(...everyPress.map(encodePress))
    const mutated = fc
      .tuple(seen, fc.nat(64), fc.string({ unit: 'binary', maxLength: 3 }), fc.nat(3))
      .map(([data, at, put, cut]) => data.slice(0, at) + put + data.slice(at + cut))
    fc.assert(
      fc.property(fc.oneof(mutated, fc.string({ unit: 'binary', maxLength: 70 })), (data) => {
        const press = decodePress(data)
        if (press) expect(decodePress(encodePress(press))).toEqual(press)
      }),
      { numRuns: process.env.LONG ? 10_000 : 1000 },
    )
  })
})

describe('a name in a button', () => {
  it.each(['', '张大爷13800138000', '张大爷\n李大妈', '一二三四五六七八九十一二三'])('is not %j', (name) => {
    expect(isProxyName(name)).toBe(false)
  })

  it.each(['张大爷', '村东头张大爷', 'Mr Zhang'])('is %j', (name) => {
    expect(isProxyName(name)).toBe(true)
  })
})

function card(press: Extract<Press, { kind: 'card' }>['press']): Press {
  return { kind: 'card', draftTag: '0b9d4f5e', press }
}
