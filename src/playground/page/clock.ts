import { css, html, nothing, type TemplateResult } from 'lit'
import { dayMs, nextMonday, readFieldValue, toFieldValue } from './clock-moves.ts'
import { formatFullClock } from './format-time.ts'
import { type ClockMove, moveClock } from './person-actions.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

const tickMs = 1000

/** The playground's time as it goes by, and the ways to put it forward where that is possible. */
export class Clock extends StoreElement {
  static override properties = { running: { state: true } }
  /** the test id of the button that waits for the server */
  declare running: string | undefined

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        margin-bottom: 10px;
      }
      p {
        margin: 0;
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      .moves,
      form {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
      .moves .button {
        flex: 1 1 auto;
      }
      form {
        flex-wrap: nowrap;
      }
      .button {
        padding: 6px 8px;
        font-size: 15px;
        font-weight: 500;
        line-height: 1.25;
      }
      form .button {
        padding-inline: 14px;
      }
      .button[aria-busy='true'] {
        background: var(--key-down);
      }
      input {
        flex: 1;
        min-width: 0;
        min-height: 44px;
        padding: 6px 10px;
        border: 1px solid var(--muted);
        border-radius: 12px;
        background: var(--surface);
        color: var(--text);
        font-size: 15px;
      }
    `,
  ]

  #timer: ReturnType<typeof setInterval> | undefined

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(() => this.requestUpdate(), tickMs)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  override render(): TemplateResult {
    const { store } = this
    const now = store.now()
    return html`<p>
        <span class="hidden-text">${store.texts.clock}${store.texts.colon}</span
        ><time data-testid="clock" datetime=${now.toISOString()}>${formatFullClock(now, store.texts.locale)}</time>
      </p>
      ${store.state?.canMoveClock ? this.#renderMoves(now) : nothing}`
  }

  #renderMoves(now: Date): TemplateResult {
    const { texts } = this.store
    return html`<div class="moves" role="group" aria-label=${texts.clockMove}>
        ${this.#renderMove('clock-monday', texts.clockMonday, () => ({ to: nextMonday(this.store.now()) }))}
        ${this.#renderMove('clock-day', texts.clockDay, () => ({ advanceMs: dayMs }))}
        ${this.#renderMove('clock-fortnight', texts.clockFortnight, () => ({ advanceMs: 14 * dayMs }))}
      </div>
      <form novalidate @submit=${this.#submit}>
        <input
          type="datetime-local"
          data-testid="clock-set"
          aria-label=${texts.clockField}
          title=${texts.clockField}
          .defaultValue=${toFieldValue(now)}
        />
        <button
          type="submit"
          class="button"
          data-testid="clock-go"
          aria-busy=${this.running === 'clock-go' ? 'true' : nothing}
        >
          ${texts.clockGo}
        </button>
      </form>`
  }

  #renderMove(testId: string, label: string, move: () => ClockMove): TemplateResult {
    return html`<button
      type="button"
      class="button"
      data-testid=${testId}
      aria-busy=${this.running === testId ? 'true' : nothing}
      @click=${() => this.#run(testId, move())}
    >
      ${label}
    </button>`
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const to = readFieldValue(form.querySelector('input')?.value ?? '')
    if (to === undefined) this.store.showToast(this.store.texts.clockEmpty)
    // From there the field follows the clock again.
    else if (await this.#run('clock-go', { to })) form.reset()
  }

  async #run(testId: string, move: ClockMove): Promise<boolean> {
    if (this.running) return false
    this.running = testId
    const isDone = await moveClock(this.store, move)
    this.running = undefined
    return isDone
  }
}

customElements.define('xy-clock', Clock)
