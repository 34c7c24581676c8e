import { html, LitElement, nothing, type TemplateResult } from 'lit'
import { appStyles } from './app-styles.ts'
import './chat-list.ts'
import './chat-view.ts'
import './dialogs.ts'
import type { DialogName, Dialogs } from './dialogs.ts'
import { icons } from './icons.ts'
import { popoverMenu } from './popover-menu.ts'
import './person-switcher.ts'
import { sharedStyles } from './shared-styles.ts'
import { Store } from './store.ts'
import './tools.ts'

/** The whole page: who one is at the top, the chats at the left, the open chat at the right or instead. */
export class App extends LitElement {
  static override styles = [sharedStyles, appStyles]

  readonly #store = new Store()

  override connectedCallback(): void {
    super.connectedCallback()
    this.#store.addEventListener('change', () => this.requestUpdate())
    this.#store.addEventListener('share-location', () => this.#ask('share-location'))
    this.#store.addEventListener('add-chat', (event) =>
      this.#ask((event as CustomEvent).detail === 'group' ? 'add-group' : 'add-channel'),
    )
    this.#store.addEventListener('show-qr', (event) =>
      this.renderRoot.querySelector<Dialogs>('xy-dialogs')?.showQr((event as CustomEvent<string>).detail),
    )
    this.#store.start()
  }

  #ask(name: DialogName): void {
    this.renderRoot.querySelector<Dialogs>('xy-dialogs')?.show(name)
  }

  override updated(): void {
    const { state, texts, openChat } = this.#store
    const unread = state?.chats.reduce((sum, chat) => sum + chat.unread, 0) ?? 0
    const badge = unread > 0 ? `(${unread}) ` : ''
    document.title = `${badge}${openChat ? `${openChat.title} · ` : ''}${texts.appName}`
  }

  override render(): TemplateResult {
    const store = this.#store
    const { texts } = store
    return html`<div class="shell ${store.openChat ? 'in-chat' : ''}">
      <header>
        <span class="mark">${icons.mark}</span>
        <div class="name">
          <h1>${texts.appName}</h1>
          <p>
            ${texts.localNote}<span class="aside">${texts.notReal}</span>
          </p>
        </div>
        <xy-person-switcher .store=${store} @add-resident=${() => this.#ask('add-resident')}></xy-person-switcher>
      </header>
      <main>
      <nav aria-label=${texts.chats}>
        <div class="nav-head">
          <h2>${texts.chats}</h2>
          ${this.#renderNewChat()}
        </div>
        <xy-chat-list .store=${store}></xy-chat-list>
        <xy-tools .store=${store}></xy-tools>
      </nav>
      <section>
        <xy-chat-view .store=${store} ?hidden=${!store.openChat}></xy-chat-view>
        <div class="nothing-open" ?hidden=${store.openChat !== undefined}>
          <span class="mark">${icons.mark}</span>
          <p>${texts.pickChat}</p>
        </div>
      </section>
      </main>
      <div class="notices" role="status">
        <p class="offline" ?hidden=${store.online}>${texts.offline}</p>
        ${store.toast ? this.#renderToast() : nothing}
      </div>
      <div class="hidden-text" aria-live="polite">${store.announcement}</div>
      <xy-dialogs .store=${store}></xy-dialogs>
    </div>`
  }

  #renderToast(): TemplateResult {
    const { toast, toastAction } = this.#store
    const button = toastAction
      ? html`<button type="button" class="button" data-testid="toast-action" @click=${toastAction.run}>
          ${toastAction.label}
        </button>`
      : nothing
    return html`<div class="toast" data-testid="toast">${toast}${button}</div>`
  }

  #renderNewChat(): TemplateResult {
    const { texts } = this.#store
    return html`<button
        type="button"
        class="icon-button"
        aria-label=${texts.newChat}
        aria-haspopup="menu"
        popovertarget="new-chat"
        data-testid="new-chat"
      >
        ${icons.attach}
      </button>
      ${popoverMenu(
        { id: 'new-chat', label: texts.newChat },
        html`<button type="button" role="menuitem" @click=${() => this.#ask('add-channel')}>${texts.newChannel}</button>
        <button type="button" role="menuitem" @click=${() => this.#ask('add-group')}>${texts.newGroup}</button>`,
      )}`
  }
}

customElements.define('xy-app', App)
