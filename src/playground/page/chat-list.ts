import { css, html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { PlaygroundChat } from '../contract.ts'
import './avatar.ts'
import { formatListTime } from './format-time.ts'
import { previewMessage, senderName } from './preview-message.ts'
import { sharedStyles } from './shared-styles.ts'
import { sortChats } from './sort-chats.ts'
import { StoreElement } from './store-element.ts'

/** The chats of the person one is, the liveliest first. */
export class ChatList extends StoreElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        overflow-y: auto;
      }
      ul {
        margin: 0;
        padding: 6px 8px;
        list-style: none;
      }
      a {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        gap: 2px 12px;
        min-height: 76px;
        padding: 10px 12px;
        border-radius: 14px;
        color: inherit;
        text-decoration: none;
      }
      a:hover {
        background: var(--surface-sunk);
      }
      a[aria-current] {
        background: var(--accent-soft);
      }
      a:focus-visible {
        outline-offset: -3px;
      }
      xy-avatar {
        --avatar-size: 52px;
        grid-row: span 2;
      }
      .title,
      .preview {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .title {
        align-self: end;
        font-weight: 600;
      }
      .preview {
        align-self: start;
        color: var(--muted);
        font-size: 15px;
      }
      .preview b {
        color: var(--accent-strong);
        font-weight: 500;
      }
      time {
        align-self: end;
        color: var(--muted);
        font-size: 14px;
        text-align: end;
      }
      .badge {
        justify-self: end;
        align-self: start;
        min-width: 24px;
        padding: 0 7px;
        border-radius: 12px;
        background: var(--accent);
        color: var(--on-accent);
        font-size: 14px;
        font-weight: 600;
        line-height: 24px;
        text-align: center;
      }
      p {
        margin: 32px 20px;
        color: var(--muted);
        text-align: center;
      }
    `,
  ]

  #openChatId: number | undefined

  /** Back from a chat on a phone, one goes on in the list where one left it. */
  override updated(): void {
    const { openChatId } = this.store
    const left = this.#openChatId
    this.#openChatId = openChatId
    if (left === undefined || openChatId !== undefined) return
    this.renderRoot.querySelector<HTMLElement>(`[data-testid="chat-${left}"]`)?.focus()
  }

  override render(): TemplateResult {
    const { state, texts } = this.store
    if (!state) return html`<ul data-testid="chat-list"></ul>`
    const chats = sortChats(state.chats)
    return html`<ul data-testid="chat-list">
        ${repeat(
          chats,
          ({ chat }) => chat.id,
          (chat) => html`<li>${this.#renderChat(chat)}</li>`,
        )}
      </ul>
      ${chats.length === 0 ? html`<p>${texts.noChats}</p>` : nothing}`
  }

  #renderChat(known: PlaygroundChat): TemplateResult {
    const { store } = this
    const { chat, title, unread, lastMessage } = known
    return html`<a
      href="#"
      data-testid="chat-${chat.id}"
      aria-current=${chat.id === store.openChatId ? 'true' : nothing}
      @click=${(event: Event) => {
        event.preventDefault()
        store.goTo({ chat: chat.id })
      }}
    >
      <xy-avatar .name=${title} .peer=${chat.id} ?isBot=${chat.type === 'private'}></xy-avatar>
      <span class="title">${title}</span>
      <time>
        ${lastMessage ? formatListTime(new Date(lastMessage.date * 1000), store.now(), store.texts.locale) : ''}
      </time>
      <span class="preview">${this.#renderPreview(known)}</span>
      ${
        unread > 0
          ? html`<span class="badge" aria-hidden="true">${unread}</span
              ><span class="hidden-text">${store.texts.unread(unread)}</span>`
          : nothing
      }
    </a>`
  }

  #renderPreview({ chat, lastMessage }: PlaygroundChat): TemplateResult | string {
    const { state, texts, typing } = this.store
    if (typing.has(chat.id)) return html`<b>${texts.typing}</b>`
    if (!lastMessage || !state) return ''
    const preview = previewMessage(lastMessage, texts)
    const isMine = lastMessage.from?.id === state.me.id
    const namesSender = isMine || chat.type === 'group' || chat.type === 'supergroup'
    return namesSender
      ? html`<b>${senderName(lastMessage, state, texts)}</b>${texts.colon}${preview}`
      : preview
  }
}

customElements.define('xy-chat-list', ChatList)
