import { css, html, LitElement, type TemplateResult } from 'lit'
import { icons } from './icons.ts'

/** A round picture: the bot's mark, or the first letter of a name on a colour of its own. */
export class Avatar extends LitElement {
  static override properties = { name: {}, peer: { type: Number }, isBot: { type: Boolean } }
  declare name: string
  declare peer: number
  declare isBot: boolean

  static override styles = css`
    :host {
      display: block;
      flex: none;
      width: var(--avatar-size, 48px);
      height: var(--avatar-size, 48px);
    }
    div {
      display: grid;
      place-items: center;
      width: 100%;
      height: 100%;
      border-radius: 50%;
      color: #ffffff;
      font-size: calc(var(--avatar-size, 48px) * 0.44);
      font-weight: 600;
      line-height: 1;
    }
    svg {
      width: 70%;
      height: 70%;
    }
    .bot {
      background: #a83f16;
      border-radius: 32%;
    }
    .hue-0 {
      background: #7a5a12;
    }
    .hue-1 {
      background: #2f6b3a;
    }
    .hue-2 {
      background: #1f6470;
    }
    .hue-3 {
      background: #6a4a8c;
    }
    .hue-4 {
      background: #94405e;
    }
    .hue-5 {
      background: #3d5a94;
    }
  `

  override render(): TemplateResult {
    if (this.isBot) return html`<div class="bot" aria-hidden="true">${icons.mark}</div>`
    const letter = [...(this.name ?? '')].find((char) => /[\p{L}\p{N}]/u.test(char)) ?? '…'
    return html`<div class="hue-${Math.abs(this.peer) % 6}" aria-hidden="true">${letter}</div>`
  }
}

customElements.define('xy-avatar', Avatar)
