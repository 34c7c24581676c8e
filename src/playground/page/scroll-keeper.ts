import type { ReactiveControllerHost } from 'lit'

const nearPx = 80
const loadOlderBelowPx = 300

/**
 * Keeps the place in a chat: at the bottom it stays at the bottom, whatever grows or is edited; further up nothing
 * moves, not even when older messages come in above.
 */
export class ScrollKeeper {
  isAtBottom = true

  readonly #host: ReactiveControllerHost
  #list: HTMLElement | undefined
  #firstKey = ''
  /** distance from the end to hold until older messages have been laid out */
  #heldPx: number | undefined
  #isLoading = false
  #lastTop = 0
  #settledHeight = 0

  constructor(host: ReactiveControllerHost) {
    this.#host = host
  }

  attach(list: HTMLElement, content: HTMLElement): void {
    this.#list = list
    // Bubbles render themselves after the list did; here their height is known, and nothing was painted yet.
    const observer = new ResizeObserver(() => this.#settle())
    observer.observe(list)
    observer.observe(content)
  }

  /** Another chat is shown: from its newest message. */
  reset(): void {
    this.isAtBottom = true
    this.#firstKey = ''
    this.#heldPx = undefined
  }

  /** Before every rendering, with a key of the first message to be shown. */
  beforeRender(firstKey: string): void {
    const list = this.#list
    if (list && this.#firstKey && firstKey !== this.#firstKey)
      this.#heldPx = list.scrollHeight - list.scrollTop
    this.#firstKey = firstKey
  }

  toBottom(): void {
    this.#setAtBottom(true)
    this.#settle()
  }

  onScroll(loadOlder: () => Promise<void>): void {
    const list = this.#list
    if (!list || this.#heldPx !== undefined) return
    // where something grew or shrank the browser moves what is seen: nobody did, and #settle comes next
    if (list.scrollHeight === this.#settledHeight) {
      const isNear = list.scrollHeight - list.scrollTop - list.clientHeight < nearPx
      // only who moves up leaves the bottom: a picture that has just arrived below is no reason
      if (isNear || list.scrollTop < this.#lastTop) this.#setAtBottom(isNear)
      this.#lastTop = list.scrollTop
    }
    if (list.scrollTop > loadOlderBelowPx || this.#isLoading) return
    this.#isLoading = true
    void loadOlder().finally(() => {
      this.#isLoading = false
    })
  }

  #setAtBottom(isAtBottom: boolean): void {
    if (this.isAtBottom === isAtBottom) return
    this.isAtBottom = isAtBottom
    this.#host.requestUpdate()
  }

  #settle(): void {
    const list = this.#list
    if (!list) return
    if (this.isAtBottom) list.scrollTop = list.scrollHeight
    else if (this.#heldPx !== undefined) list.scrollTop = list.scrollHeight - this.#heldPx
    this.#heldPx = undefined
    this.#settledHeight = list.scrollHeight
    this.#lastTop = list.scrollTop
  }
}
