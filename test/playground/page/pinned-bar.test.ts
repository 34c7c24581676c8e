import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/playground/contract.ts'
import { findPinned } from '../../../src/playground/page/pinned-bar.ts'

const message = (id: number, more: object = {}) => ({ message_id: id, date: 1, ...more }) as Message
const pins = (id: number, pinned: number) =>
  message(id, { pinned_message: message(pinned, { text: '当时的' }) })

describe('findPinned', () => {
  it('is what was pinned last, in its newest words', () => {
    const found = findPinned([message(1), message(2, { text: '改过的' }), pins(3, 1), pins(4, 2)])
    expect(found).toMatchObject({ message_id: 2, text: '改过的' })
  })

  it('is known from the pinning when it lies further up than was loaded', () => {
    expect(findPinned([message(8), pins(9, 2)])?.text).toBe('当时的')
  })

  it('is nothing when nothing was pinned, or it is gone', () => {
    expect(findPinned([message(1)])).toBeUndefined()
    expect(findPinned([message(1), pins(3, 2)])).toBeUndefined()
  })
})
