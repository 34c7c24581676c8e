import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ScrollKeeper } from '../../../src/playground/page/scroll-keeper.ts'

/** A list as high as its content, of which so much is seen; it cannot be scrolled beyond its end. */
class List {
  clientHeight = 500
  #height = 2000
  #top = 0
  get scrollHeight() {
    return this.#height
  }
  set scrollHeight(height: number) {
    this.#height = height
    this.scrollTop = this.#top
  }
  get scrollTop() {
    return this.#top
  }
  set scrollTop(top: number) {
    this.#top = Math.max(0, Math.min(top, this.#height - this.clientHeight))
  }
  get isAtEnd() {
    return this.#top === this.#height - this.clientHeight
  }
}

describe('the place in a chat', () => {
  let laidOut: () => void
  let list: List
  let keeper: ScrollKeeper
  beforeEach(() => {
    vi.stubGlobal(
      'ResizeObserver',
      class {
        constructor(callback: () => void) {
          laidOut = callback
        }
        observe() {}
      },
    )
    list = new List()
    keeper = new ScrollKeeper({ requestUpdate: () => {} } as never)
    keeper.attach(list as never, list as never)
    laidOut()
  })
  afterEach(() => vi.unstubAllGlobals())
  const scrolled = () => keeper.onScroll(async () => {})

  it('stays at the bottom where a message shrinks and another grows before the browser tells that it scrolled', () => {
    list.scrollHeight = 900
    list.scrollHeight = 1500
    scrolled()
    laidOut()
    expect(list.isAtEnd).toBe(true)
    expect(keeper.isAtBottom).toBe(true)
  })

  it('stays where somebody moved up to, whatever comes below', () => {
    list.scrollTop = 800
    scrolled()
    expect(keeper.isAtBottom).toBe(false)
    list.scrollHeight = 2600
    laidOut()
    expect(list.scrollTop).toBe(800)
  })
})
