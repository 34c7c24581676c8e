import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Message } from '../contract.ts'
import { formatTime } from './format-time.ts'
import { icons } from './icons.ts'
import './inline-keyboard.ts'
import { mediaStyles } from './media-styles.ts'
import { isShownAsQr, renderMedia, renderWords } from './message-content.ts'
import { messageStyles } from './message-styles.ts'
import { copyText } from './person-actions.ts'
import { popoverMenu } from './popover-menu.ts'
import { describeService, hasWords, previewMessage, senderName } from './preview-message.ts'
import { sharedStyles } from './shared-styles.ts'
import type { Store } from './store.ts'

/** One bubble with its keyboard, or a service message. Fires `reply` and `edit` with the message. */
export class MessageBubble extends LitElement {
  static override properties = {
    messages: {
      attribute: false,
      hasChanged: (now: Message[], was?: Message[]) =>
        !was || now.length !== was.length || now.some((message, index) => message !== was[index]),
    },
    store: { attribute: false },
    pressing: { attribute: false },
    texts: { attribute: false },
    startsRun: { type: Boolean },
  }
  declare messages: [Message, ...Message[]]
  declare store: Store
  declare pressing: string
  declare texts: Store['texts']
  declare startsRun: boolean

  static override styles = [sharedStyles, messageStyles, mediaStyles]

  override render(): TemplateResult | typeof nothing {
    const { store, messages } = this
    const [message] = messages
    const { state, texts } = store
    if (!state) return nothing
    const service = describeService(message, texts)
    if (service !== undefined) return html`<p class="service">${service}</p>`
    const isOwn = message.from?.id === state.me.id && message.chat.type !== 'channel'
    const sender = senderName(message, state, texts)
    const showsSender = !isOwn && this.startsRun && message.chat.type !== 'private'
    const isBare = message.sticker !== undefined
    return html`<div class="row ${isOwn ? 'own' : ''} ${this.startsRun ? 'starts' : ''}">
      <div class="column ${message.reply_markup ? 'has-keyboard' : ''}">
        <div class="line">
          <article class="bubble ${isBare ? 'bare' : ''}">
            ${
              showsSender
                ? html`<div class="sender">${sender}</div>`
                : html`<span class="hidden-text">${sender}${texts.colon}</span>`
            }
            ${this.#renderForward(message)} ${this.#renderQuote(message)} ${renderMedia(messages, store)}
            ${renderWords(messages, store)} ${this.#renderTime(message)}
          </article>
          ${this.#renderMenu(message, isOwn)}
        </div>
        ${
          message.reply_markup
            ? html`<xy-inline-keyboard
                role="group"
                aria-label=${previewMessage(message, texts).slice(0, 60)}
                .message=${message}
                .store=${store}
                .pressing=${this.pressing}
              ></xy-inline-keyboard>`
            : nothing
        }
      </div>
    </div>`
  }

  #renderTime(message: Message): TemplateResult {
    const { texts } = this.store
    const date = new Date(message.date * 1000)
    // A bot edits its cards all the time; only of what a person wrote is it worth saying.
    const isEditedByPerson = message.edit_date !== undefined && message.from?.is_bot === false
    return html`<span class="time">
      ${message.author_signature ?? ''} ${isEditedByPerson ? texts.edited : ''}
      <time datetime=${date.toISOString()}>${formatTime(date, texts.locale)}</time>
    </span>`
  }

  #renderForward(message: Message): TemplateResult | typeof nothing {
    const origin = message.forward_origin
    if (!origin) return nothing
    let who = ''
    if (origin.type === 'user') who = origin.sender_user.first_name
    else if (origin.type === 'hidden_user') who = origin.sender_user_name
    else who = ('chat' in origin ? origin.chat : origin.sender_chat).title ?? ''
    return html`<div class="forwarded">${this.store.texts.forwardedFrom(who)}</div>`
  }

  #renderQuote(message: Message): TemplateResult | typeof nothing {
    const { state, texts } = this.store
    const quoted = message.reply_to_message as Message | undefined
    if (!quoted || !state) return nothing
    return html`<blockquote class="quote">
      <b>${senderName(quoted, state, texts)}</b>
      <span>${previewMessage(quoted, texts)}</span>
    </blockquote>`
  }

  #renderMenu(message: Message, isOwn: boolean): TemplateResult {
    const { texts } = this.store
    // Of an album, one picture has the words.
    const worded = this.messages.find(hasWords)
    const words = worded?.text ?? worded?.caption
    return html`<button type="button" class="icon-button more" aria-label=${texts.more} popovertarget="menu">
        ${icons.more}
      </button>
      ${popoverMenu(
        { id: 'menu', label: texts.more },
        html`${
          this.store.openChat?.canWrite
            ? html`<button type="button" role="menuitem" @click=${() => this.#fire('reply', message)}>${texts.reply}</button>`
            : nothing
        }
        ${
          isOwn && worded
            ? html`<button type="button" role="menuitem" @click=${() => this.#fire('edit', worded)}>
                ${texts.edit}
              </button>`
            : nothing
        }
        ${this.#linksToBot(message).map(
          ({
            text,
            url,
          }) => html`<button type="button" role="menuitem" @click=${() => this.store.showQr(url)}>
            ${texts.qrOf(text)}
          </button>`,
        )}
        ${
          words
            ? html`<button type="button" role="menuitem" @click=${() => copyText(this.store, words)}>${texts.copy}</button>`
            : nothing
        }`,
      )}`
  }

  /** The buttons whose links make a code; links within the words have it beside them. */
  #linksToBot(message: Message): { text: string; url: string }[] {
    const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
    return buttons.flatMap((button) =>
      'url' in button && isShownAsQr(button.url, this.store) ? [{ text: button.text, url: button.url }] : [],
    )
  }

  #fire(name: 'reply' | 'edit', detail: Message): void {
    this.dispatchEvent(new CustomEvent(name, { detail }))
  }
}

customElements.define('xy-message', MessageBubble)
