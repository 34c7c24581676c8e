import { css, html, LitElement, type TemplateResult } from 'lit'
import type { ReplyKeyboardMarkup } from '../contract.ts'
import { keyboardStyles } from './keyboard-styles.ts'
import { sharedStyles } from './shared-styles.ts'

type ReplyButton = ReplyKeyboardMarkup['keyboard'][number][number]

/** The bot's buttons below the composer. Fires `say` with the words, `share-location` or `share-contact`. */
export class ReplyKeyboard extends LitElement {
  static override properties = { keyboard: { attribute: false } }
  declare keyboard: ReplyKeyboardMarkup

  static override styles = [
    sharedStyles,
    keyboardStyles,
    css`
      :host {
        max-width: 800px;
        max-height: 40vh;
        margin: 0 auto;
        padding: 4px 12px 12px;
        overflow-y: auto;
      }
    `,
  ]

  override render(): TemplateResult {
    return html`${this.keyboard.keyboard.map(
      (row) =>
        html`<div>
          ${row.map(
            (button) => html`<button type="button" @click=${() => this.#press(button)}>
              ${typeof button === 'string' ? button : button.text}
            </button>`,
          )}
        </div>`,
    )}`
  }

  #press(button: ReplyButton): void {
    const asked = typeof button === 'string' ? {} : button
    const wanted =
      'request_location' in asked && asked.request_location
        ? 'share-location'
        : 'request_contact' in asked && asked.request_contact
          ? 'share-contact'
          : 'say'
    const text = typeof button === 'string' ? button : button.text
    this.dispatchEvent(new CustomEvent(wanted, { detail: text }))
  }
}

customElements.define('xy-reply-keyboard', ReplyKeyboard)
