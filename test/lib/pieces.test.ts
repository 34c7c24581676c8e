import { describe, expect, it } from 'vitest'
import { isPieceOf, LEAST_PIECE, NEAR_SECONDS, type SaidPiece, withPiece } from '../../src/lib/pieces.ts'
import { fc } from '../support/properties.ts'

const nothing = { text: '', pieces: [] }
const join = (pieces: readonly SaidPiece[]) => pieces.reduce(withPiece, nothing)
const long = (letter: string, length = 4096) => letter.repeat(length)
const loose = { consecutive: false }

describe('the pieces of a long text', () => {
  it('are one text whatever the order in which they arrive, and the same where one arrives twice', () => {
    const cut = fc
      .array(
        fc.tuple(fc.integer({ min: LEAST_PIECE + 1, max: 4096 }), fc.string({ minLength: 1, maxLength: 9 })),
        {
          minLength: 1,
          maxLength: 5,
        },
      )
      .chain((sizes) => {
        const pieces = sizes.map(([size, end], i) => ({
          messageId: 10 + 2 * i,
          date: 1_000 + Math.floor(i / 2),
          text: `${long(String(i), size).slice(end.length)}${end}`,
        }))
        return fc.tuple(
          fc.constant(pieces),
          fc.shuffledSubarray([...pieces, ...pieces], { minLength: pieces.length * 2 }),
        )
      })
    fc.assert(
      fc.property(cut, ([pieces, arrivals]) => {
        const said = join(arrivals)
        expect(said).toEqual(join(pieces))
        expect(said.pieces.map(({ messageId }) => messageId)).toEqual(
          pieces.map(({ messageId }) => messageId),
        )
        let rest = said.text
        for (const [i, { text }] of pieces.entries()) {
          expect(rest.startsWith(text)).toBe(true)
          rest = rest.slice(text.length)
          const isFull = text.length >= 4095
          if (i < pieces.length - 1) {
            expect(rest.startsWith('\n')).toBe(!isFull)
            if (!isFull) rest = rest.slice(1)
          }
        }
        expect(rest).toBe('')
      }),
    )
  })

  it('join without anything between where a client cut within a word, else on a new line', () => {
    const full = { messageId: 1, date: 100, text: long('a') }
    expect(join([full, { messageId: 2, date: 100, text: 'b' }]).text).toBe(`${long('a')}b`)
    const soft = { messageId: 1, date: 100, text: long('a', 3900) }
    expect(join([soft, { messageId: 2, date: 100, text: 'b' }]).text).toBe(`${long('a', 3900)}\nb`)
  })

  it('are those behind a long one, near in time; or a long one that comes late', () => {
    const said = join([{ messageId: 5, date: 100, text: long('a', LEAST_PIECE + 1) }])
    expect(isPieceOf(said, { messageId: 6, date: 100 + NEAR_SECONDS, text: 'b' }, loose)).toBe(true)
    expect(isPieceOf(said, { messageId: 9, date: 100, text: 'b' }, loose)).toBe(true)
    expect(isPieceOf(said, { messageId: 9, date: 100, text: 'b' }, { consecutive: true })).toBe(false)
    expect(isPieceOf(said, { messageId: 6, date: 101 + NEAR_SECONDS, text: 'b' }, loose)).toBe(false)
    expect(isPieceOf(said, { messageId: 4, date: 100, text: 'short' }, loose)).toBe(false)
    expect(isPieceOf(said, { messageId: 4, date: 100, text: long('x', 3000) }, loose)).toBe(true)
    const short = join([{ messageId: 5, date: 100, text: long('a', LEAST_PIECE) }])
    expect(isPieceOf(short, { messageId: 6, date: 100, text: 'b' }, loose)).toBe(false)
  })

  it('change in their place when their message is edited', () => {
    const said = join([
      { messageId: 1, date: 100, text: long('a') },
      { messageId: 2, date: 100, text: 'b' },
    ])
    expect(withPiece(said, { messageId: 2, date: 900, text: 'better' }).text).toBe(`${long('a')}better`)
  })
})
