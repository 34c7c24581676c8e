import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { describe, expect, it } from 'vitest'
import { takeOutQuotes } from '../../../src/deliveries/posted/take-out-quotes.ts'
import { markName, markWords } from '../../../src/messages/quote-marks.ts'
import { takeMarks } from '../../../src/messages/take-marks.ts'
import { fc } from '../../support/properties.ts'

const GONE = '（本人已删除）'
const ids = ['a', 'b', 'c'].map((each) => `${each.repeat(8)}-0000-4000-8000-000000000000`)

/** As it is posted: text before, quotes of several people, in bold, quoted or plain. */
function posted(parts: readonly { before: string; words: string; owner: number; bold: boolean }[]) {
  const text = FormattedString.join(
    parts.map(({ before, words, owner, bold }) => {
      const marked = markWords(words, { submissionId: ids[owner] ?? '', signedName: null })
      return bold
        ? fmt`${FormattedString.bold(before)}${FormattedString.blockquote(marked)}`
        : fmt`${before}${marked}`
    }),
    '\n',
  )
  const { message, marks } = takeMarks({ text: text.text, entities: text.entities })
  return { ...message, marks }
}

const part = fc.record({
  before: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  words: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  owner: fc.nat(2),
  bold: fc.boolean(),
})

describe('taking quotes out', () => {
  it('replaces exactly the quotes of one person, and leaves all else and its formatting as it was', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), fc.nat(2), (parts, owner) => {
        const content = posted(parts)
        const left = takeOutQuotes(
          content,
          (mark) => mark.submissionId === ids[owner],
          () => GONE,
        )
        const expected = posted(parts.map((each) => (each.owner === owner ? { ...each, words: GONE } : each)))
        expect(left.text).toBe(expected.text)
        expect(left.entities).toEqual(expected.entities)
        expect(left.marks).toEqual(expected.marks.filter((mark) => mark.submissionId !== ids[owner]))
      }),
      { numRuns: 300 },
    )
  })

  it('stays within what Telegram takes, with its places inside', () => {
    const words = '药'.repeat(4090)
    const short = posted([
      { before: '甲', words: '断', owner: 0, bold: true },
      { before: '乙', words, owner: 1, bold: true },
    ])
    const { text, entities = [] } = takeOutQuotes(
      short,
      (mark) => mark.submissionId === ids[0],
      () => GONE,
    )
    expect(text).toHaveLength(4096)
    for (const { offset, length } of entities) expect(offset + length).toBeLessThanOrEqual(4096)
  })

  it('is the same content where nothing is of that person', () => {
    const content = posted([{ before: '甲', words: '断', owner: 0, bold: false }])
    expect(
      takeOutQuotes(
        content,
        () => false,
        () => GONE,
      ),
    ).toBe(content)
  })
})

describe('marks', () => {
  it('know words with the name in them, and the name itself, and never go out as links', () => {
    const owner = { submissionId: ids[0] ?? '', signedName: '玉兰 上官' }
    const text = fmt`“${markWords('我是上官玉兰', owner)}” “${markWords('药断了', owner)}” ${markName('玉兰 上官', owner.submissionId)}`
    const { message, marks } = takeMarks({ text: text.text, entities: text.entities })
    expect(message.entities).toEqual([])
    expect(marks.map(({ kind }) => kind)).toEqual(['named', 'words', 'name'])
    expect(marks.map(({ offset, length }) => text.text.slice(offset, offset + length))).toEqual([
      '我是上官玉兰',
      '药断了',
      '玉兰 上官',
    ])
  })
})
