import { css, html, nothing, type TemplateResult } from 'lit'
import type { PlaygroundAction } from '../contract.ts'
import './clock.ts'
import { runAction } from './person-actions.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

/** What lies around the chats: the clock, and what the product lets one do, such as posting the digest now. */
export class Tools extends StoreElement {
  static override properties = { running: { state: true } }
  declare running: string | undefined

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }
      section {
        max-height: 46vh;
        padding: 12px 16px calc(14px + env(safe-area-inset-bottom));
        overflow-y: auto;
        border-top: 1px solid var(--line);
        background: var(--surface-sunk);
      }
      h2 {
        margin: 0 0 2px;
        color: var(--muted);
        font-size: 15px;
        font-weight: 500;
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .button {
        flex: 1 1 auto;
        font-weight: 500;
      }
      .button[aria-busy='true'] {
        background: var(--key-down);
      }
    `,
  ]

  override render(): TemplateResult | typeof nothing {
    const { state, texts } = this.store
    if (!state) return nothing
    const language = texts.locale.startsWith('en') ? 'en' : 'zh'
    return html`<section aria-label=${texts.tools}>
      <h2>${texts.tools}</h2>
      <xy-clock .store=${this.store}></xy-clock>
      <div class="actions">
        ${state.actions.map(
          (action) => html`<button
            type="button"
            class="button"
            data-testid="action-${action.id}"
            aria-busy=${this.running === action.id ? 'true' : nothing}
            @click=${() => this.#run(action)}
          >
            ${action.labels[language]}
          </button>`,
        )}
      </div>
    </section>`
  }

  async #run(action: PlaygroundAction): Promise<void> {
    if (this.running) return
    this.running = action.id
    await runAction(this.store, action)
    this.running = undefined
  }
}

customElements.define('xy-tools', Tools)
