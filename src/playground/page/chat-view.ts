import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Message, PlaygroundChat, PlaygroundLink } from '../contract.ts'
import './avatar.ts'
import { chatViewStyles } from './chat-view-styles.ts'
import './composer.ts'
import { formatDay } from './format-time.ts'
import { type ChatItem, groupMessages } from './group-messages.ts'
import { icons } from './icons.ts'
import { popoverMenu } from './popover-menu.ts'
import './message-bubble.ts'
import { sendMessage, setBlocked, startBot } from './person-actions.ts'
import { findPinned, renderPinned } from './pinned-bar.ts'
import { hasWords } from './preview-message.ts'
import { ScrollKeeper } from './scroll-keeper.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

/** The open chat: who it is, what was said, and the place to write. */
export class ChatView extends StoreElement {
  static override properties = {
    replyTo: { state: true },
    editing: { state: true },
    hiddenPins: { state: true },
  }
  declare replyTo: Message | undefined
  declare editing: Message | undefined
  /** as `<chat id>/<message id>` */
  declare hiddenPins: readonly string[]

  static override styles = [sharedStyles, chatViewStyles]

  readonly #scroll = new ScrollKeeper(this)
  #shownChat = ''
  #isFresh = false
  #wasLoaded = false

  constructor() {
    super()
    this.hiddenPins = []
  }

  override willUpdate(): void {
    const { state, openChatId } = this.store
    const shown = `${state?.me.id}/${openChatId}`
    if (shown !== this.#shownChat) {
      this.#isFresh = openChatId !== undefined
      this.#shownChat = shown
      this.#forgetContext()
      this.#scroll.reset()
    }
    const first = this.store.histories.get(openChatId ?? 0)?.messages[0]
    this.#scroll.beforeRender(first ? `${shown}/${first.message_id}` : '')
  }

  protected override firstUpdated(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.scroll')
    const content = this.renderRoot.querySelector<HTMLElement>('.content')
    if (list && content) this.#scroll.attach(list, content)
  }

  /** Whoever opens a chat goes on there by keyboard; on a phone without calling up the one on the screen. */
  protected override updated(): void {
    const isPageLoad = !this.#wasLoaded
    this.#wasLoaded = this.store.state !== undefined
    const { openChat, histories } = this.store
    if (!this.#isFresh || !openChat || !histories.has(openChat.chat.id)) return
    this.#isFresh = false
    const composer = this.renderRoot.querySelector<HTMLElement>('xy-composer')
    const list = this.renderRoot.querySelector<HTMLElement>('.scroll')
    const isDesk = matchMedia('(min-width: 761px)').matches
    const start = this.renderRoot.querySelector<HTMLElement>('.start')
    const target = isDesk ? (start ?? composer ?? list) : isPageLoad ? null : list
    requestAnimationFrame(() => target?.focus({ preventScroll: true }))
  }

  override render(): TemplateResult {
    const { store } = this
    const { texts, openChat: known } = store
    const history = store.histories.get(store.openChatId ?? 0)
    return html`${known ? this.#renderHeader(known) : nothing} ${known ? this.#renderPinned(known) : nothing}
      <div class="frame">
        <div
          class="scroll"
          tabindex="0"
          role="log"
          aria-live="off"
          aria-label=${texts.messages}
          @scroll=${() => this.#scroll.onScroll(() => store.loadOlder())}
        >
          <div class="content">
            ${history?.hasMore ? html`<p class="hint">${texts.loadingOlder}…</p>` : nothing}
            ${repeat(
              groupMessages(history?.messages ?? []),
              ({ key }) => `${this.#shownChat}/${key}`,
              (item) => this.#renderItem(item),
            )}
            ${known && history?.messages.length === 0 ? this.#renderEmpty(known) : nothing}
          </div>
        </div>
        <button
          type="button"
          class="to-bottom"
          aria-label=${texts.toBottom}
          ?hidden=${this.#scroll.isAtBottom}
          @click=${() => this.#scroll.toBottom()}
        >
          ${icons.down}
        </button>
      </div>
      ${known ? this.#renderFooter(known) : nothing}`
  }

  #renderHeader({ chat, title }: PlaygroundChat): TemplateResult {
    const { store } = this
    const { texts, state } = store
    const isBot = chat.type === 'private'
    const kind = isBot ? texts.bot : chat.type === 'channel' ? texts.channel : texts.group
    const isBlocked = state?.me.blockedBot === true
    return html`<header>
      <button type="button" class="icon-button back" aria-label=${texts.back} @click=${() => store.goTo({})}>
        ${icons.back}
      </button>
      <xy-avatar .name=${title} .peer=${chat.id} ?isBot=${isBot}></xy-avatar>
      <div class="who">
        <h2>${title}</h2>
        <p>${store.typing.has(chat.id) ? html`<b>${texts.typing}</b>` : kind}</p>
      </div>
      ${
        isBot
          ? html`<button type="button" class="icon-button" aria-label=${texts.more} popovertarget="menu">
                ${icons.more}
              </button>
              ${popoverMenu(
                { id: 'menu', label: texts.more },
                html`<button
                  type="button"
                  role="menuitem"
                  class=${isBlocked ? '' : 'danger'}
                  @click=${() => setBlocked(store, !isBlocked)}
                >
                  ${isBlocked ? texts.unblock : texts.block}
                </button>`,
              )}`
          : nothing
      }
    </header>`
  }

  #renderPinned({ chat }: PlaygroundChat): TemplateResult | typeof nothing {
    const { store } = this
    const message = findPinned(store.histories.get(chat.id)?.messages ?? [])
    if (!message) return nothing
    const key = `${chat.id}/${message.message_id}`
    if (this.hiddenPins.includes(key)) return nothing
    return renderPinned(message, store.texts, {
      show: () => this.#scrollTo(message.message_id),
      hide: () => {
        this.hiddenPins = [...this.hiddenPins, key]
      },
    })
  }

  async #scrollTo(messageId: number): Promise<void> {
    const { store } = this
    const history = () => store.histories.get(store.openChatId ?? 0)
    const isLoaded = () => history()?.messages.some(({ message_id }) => message_id === messageId)
    while (!isLoaded() && history()?.hasMore && (await store.attempt(() => store.loadOlder())));
    await this.updateComplete
    const bubble = this.renderRoot.querySelector(`[data-testid="message-${messageId}"]`)
    bubble?.scrollIntoView({ block: 'center' })
  }

  #renderItem(item: ChatItem): TemplateResult {
    const { store } = this
    if (item.kind === 'day') {
      return html`<div class="day">${formatDay(item.date, store.texts.locale)}</div>`
    }
    const [message] = item.messages
    const prefix = `${message.chat.id}/${message.message_id}/`
    return html`<xy-message
      data-testid="message-${message.message_id}"
      .messages=${item.messages}
      .store=${store}
      .texts=${store.texts}
      .pressing=${[...store.pressing].filter((key) => key.startsWith(prefix)).join(' ')}
      ?startsRun=${item.startsRun}
      @reply=${() => {
        this.editing = undefined
        this.replyTo = message
      }}
      @edit=${({ detail }: CustomEvent<Message>) => {
        this.replyTo = undefined
        this.editing = detail
      }}
    ></xy-message>`
  }

  #renderEmpty({ chat }: PlaygroundChat): TemplateResult {
    const { store } = this
    const { texts, state } = store
    if (chat.type !== 'private') return html`<p class="hint">${texts.noMessages}</p>`
    return html`<div class="welcome">
      <div class="empty">
        <xy-avatar isBot></xy-avatar>
        <p><strong>${state?.bot.firstName}</strong></p>
        <p>${texts.noMessagesBot}</p>
        <button
          type="button"
          class="button primary start"
          data-testid="start"
          @click=${() => sendMessage(store, { text: '/start' })}
        >
          ${texts.start}
        </button>
      </div>
      ${state?.links?.length ? this.#renderLinks(state.bot.username, state.links) : nothing}
    </div>`
  }

  #renderLinks(username: string, links: readonly PlaygroundLink[]): TemplateResult {
    const { store } = this
    const { texts } = store
    const language = texts.locale.startsWith('en') ? 'en' : 'zh'
    return html`<p>${texts.links}</p>
      <ul>
        ${links.map(({ payload, labels }) => {
          const label = labels[language]
          return html`<li>
            <button
              type="button"
              class="button"
              data-testid="link-${payload}"
              @click=${() => startBot(store, payload)}
            >
              ${label}
            </button>
            <button
              type="button"
              class="icon-button"
              data-testid="qr-${payload}"
              aria-label=${texts.qrOf(label)}
              title=${texts.qr}
              @click=${() => store.showQr(`https://t.me/${username}?start=${payload}`)}
            >
              ${icons.qr}
            </button>
          </li>`
        })}
      </ul>`
  }

  #renderFooter({ chat, canWrite }: PlaygroundChat): TemplateResult {
    const { store } = this
    const { texts, state } = store
    if (chat.type === 'private' && state?.me.blockedBot) {
      return html`<footer>
        <span>${texts.blocked}</span>
        <button type="button" class="button" @click=${() => setBlocked(store, false)}>${texts.unblock}</button>
      </footer>`
    }
    if (!canWrite) return html`<footer>${texts.readOnly}</footer>`
    return html`<xy-composer
      .store=${store}
      .replyTo=${this.replyTo}
      .editing=${this.editing}
      @cancel=${this.#forgetContext}
      @sent=${() => {
        this.#forgetContext()
        this.#scroll.toBottom()
      }}
      @edit-last=${this.#editLast}
    ></xy-composer>`
  }

  #forgetContext(): void {
    this.replyTo = undefined
    this.editing = undefined
  }

  #editLast(): void {
    const { state, histories, openChatId } = this.store
    const messages = histories.get(openChatId ?? 0)?.messages
    this.editing = messages?.findLast((message) => hasWords(message) && message.from?.id === state?.me.id)
  }
}

customElements.define('xy-chat-view', ChatView)
