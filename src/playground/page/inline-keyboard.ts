import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import type { InlineKeyboardMarkup, Message } from '../contract.ts'
import { icons } from './icons.ts'
import { keyboardStyles } from './keyboard-styles.ts'
import { copyText, openLink, pressButton, pressKey } from './person-actions.ts'
import { sharedStyles } from './shared-styles.ts'
import type { Store } from './store.ts'

type InlineButton = InlineKeyboardMarkup['inline_keyboard'][number][number]

/** The buttons under a message. One that was pressed turns until the bot has answered. */
export class InlineKeyboard extends LitElement {
  static override properties = {
    message: { attribute: false },
    store: { attribute: false },
    pressing: { attribute: false },
  }
  declare message: Message
  declare store: Store
  /** the keys of the buttons that wait, in one string, so that a change is seen */
  declare pressing: string

  #hadFocus = false

  static override styles = [
    sharedStyles,
    keyboardStyles,
    css`
      button {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        box-shadow: var(--shadow);
      }
      button[aria-busy='true'] {
        background: var(--key-down);
      }
      button:active {
        transform: translateY(1px);
      }
      button > svg {
        position: absolute;
        top: 4px;
        right: 4px;
        width: 15px;
        height: 15px;
        opacity: 0.75;
      }
      button[aria-busy='true']::after {
        content: '';
        position: absolute;
        top: 6px;
        right: 6px;
        width: 14px;
        height: 14px;
        border: 2px solid currentColor;
        border-inline-end-color: transparent;
        border-radius: 50%;
        animation: turn 0.8s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
    `,
  ]

  override render(): TemplateResult | typeof nothing {
    const rows = this.message.reply_markup?.inline_keyboard
    if (!rows) return nothing
    return html`${rows.map((row) => html`<div>${row.map((button) => this.#renderButton(button))}</div>`)}`
  }

  #renderButton(button: InlineButton): TemplateResult {
    const { store, message } = this
    const data = 'callback_data' in button ? button.callback_data : undefined
    const isPressing =
      data !== undefined && store.pressing.has(pressKey(message.chat.id, message.message_id, data))
    return html`<button
      type="button"
      aria-busy=${ifDefined(isPressing ? 'true' : undefined)}
      @click=${() => this.#press(button)}
    >
      ${button.text}${'url' in button ? icons.outside : nothing}
    </button>`
  }

  #press(button: InlineButton): void {
    const { store, message } = this
    if ('callback_data' in button) {
      void pressButton(store, message.chat.id, message.message_id, button.callback_data)
    } else if ('url' in button) openLink(store, button.url)
    else if ('copy_text' in button) {
      void copyText(store, button.copy_text.text)
    }
  }

  override willUpdate(): void {
    this.#hadFocus = this.shadowRoot?.activeElement != null
  }

  /** An edit may take away the very button that was pressed: whoever goes by keyboard stays with the message. */
  override updated(): void {
    if (!this.#hadFocus || this.shadowRoot?.activeElement) return
    this.shadowRoot?.querySelector('button')?.focus()
  }
}

customElements.define('xy-inline-keyboard', InlineKeyboard)
