import { describe, expect, it } from 'vitest'
import { deadLinks } from '../../src/masking/dead-links.ts'
import { shortenQuote } from '../../src/masking/shorten-quote.ts'
import { shortenWords } from '../../src/masking/shorten-words.ts'
import { findEntities } from '../../src/playground/server/text/find-entities.ts'
import { fc } from '../support/properties.ts'

const LIVE = [
  '@zhang_san',
  'https://t.me/abc?start=1',
  'http://192.168.1.1/a',
  'tg://resolve?domain=abc',
  't.me/abc',
  'www.baidu.com',
  'baidu.com/a#b',
  '/start',
  '/start@xiangyin_bot',
  '#校车',
  '$ABC',
  'a@b.cn',
]

describe('deadLinks', () => {
  it.each(LIVE)('leaves nothing to press of %s', (live) => {
    expect(findEntities(live)).not.toEqual([])
    for (const text of [live, `看 ${live} 吧`, `${live} ${live}`, `（${live}）`, `，${live}。`])
      for (const shown of [deadLinks(text), shortenWords(text, 300), shortenQuote(text)])
        expect(findEntities(shown)).toEqual([])
  })

  it.each(['5/3片', '3.5元', '12:30', '一/二', '（50%）', 'A17', '2026-11-16', '1/2'])(
    'leaves %s as it is',
    (text) => {
      expect(deadLinks(text)).toBe(text)
    },
  )

  it('finds nothing live in any mixture of them, keeps the length, and may be repeated', () => {
    const pieces = fc.array(
      fc.constantFrom(...LIVE, '@', '/', '.', '#', ':', '//', '$', 'me', '药', ' ', '1', '\n', '_'),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, (each) => {
        const dead = deadLinks(each.join(''))
        expect(findEntities(dead)).toEqual([])
        expect(dead).toHaveLength(each.join('').length)
        expect(deadLinks(dead)).toBe(dead)
      }),
      { numRuns: 1000 },
    )
  })
})
