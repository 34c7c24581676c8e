import { css, html, nothing, type TemplateResult } from 'lit'
import { api } from './api.ts'
import { addChat, addResident, copyText, followLink, sendMessage } from './person-actions.ts'
import { joinName } from './preview-message.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

export type DialogName = 'add-resident' | 'add-channel' | 'add-group' | 'share-location'

/** 乌停村 in 万荣县: where the people of the playground live. */
const village = { latitude: 35.4156, longitude: 110.8378 }

/** The page's own questions, one at a time, and what the bot insists on saying. */
export class Dialogs extends StoreElement {
  static override properties = { shown: { state: true }, qrLink: { state: true } }
  declare shown: DialogName | undefined
  declare qrLink: string | undefined

  static override styles = [
    sharedStyles,
    css`
      .qr img {
        display: block;
        width: 264px;
        max-width: 100%;
        height: auto;
        margin: 0 auto;
        border-radius: 12px;
        background: #ffffff;
      }
      .qr p {
        margin: 12px 0 0;
        color: var(--muted);
        font-size: 15px;
      }
      .qr .link {
        color: var(--text);
        text-align: center;
        overflow-wrap: anywhere;
      }
    `,
  ]

  show(name: DialogName): void {
    this.shown = name
  }

  /** A link to the bot as a picture. */
  showQr(link: string): void {
    this.qrLink = link
  }

  #returnTo: HTMLElement | null = null

  /** Whoever closes a dialog goes on where it was opened. */
  override updated(): void {
    const dialogs = [...this.renderRoot.querySelectorAll('dialog')]
    for (const dialog of dialogs) {
      if (dialog.open) continue
      this.#returnTo ??= findFocus()
      dialog.showModal()
    }
    if (dialogs.length > 0) return
    this.#returnTo?.focus()
    this.#returnTo = null
  }

  override render(): TemplateResult {
    return html`${this.#renderShown()}${this.#renderQr()}${this.#renderAlert()}`
  }

  #renderQr(): TemplateResult | typeof nothing {
    const { store, qrLink: link } = this
    if (!link) return nothing
    const { texts } = store
    const close = () => {
      this.qrLink = undefined
    }
    const scan = () => {
      close()
      followLink(store, link)
    }
    const copy = () => {
      close()
      void copyText(store, link)
    }
    return html`<dialog class="qr" aria-labelledby="qr-title" data-testid="qr-dialog" @close=${close}>
      <h2 id="qr-title">${texts.qr}</h2>
      <img src=${api.qrUrl(link)} width="264" height="264" alt=${texts.qrOf(link)} />
      <p class="link">${link}</p>
      <p>${texts.qrNote}</p>
      <div class="dialog-buttons">
        <button type="button" class="button" @click=${close}>${texts.close}</button>
        <button type="button" class="button" @click=${copy}>${texts.copyLink}</button>
        <button type="button" class="button primary" autofocus @click=${scan}>${texts.qrScan}</button>
      </div>
    </dialog>`
  }

  #renderAlert(): TemplateResult | typeof nothing {
    const { store } = this
    if (!store.alert) return nothing
    const close = () => {
      store.alert = ''
      store.change()
    }
    return html`<dialog role="alertdialog" aria-labelledby="alert-text" @close=${close}>
      <p id="alert-text">${store.alert}</p>
      <div class="dialog-buttons">
        <button type="button" class="button primary" autofocus @click=${close}>${store.texts.ok}</button>
      </div>
    </dialog>`
  }

  #renderShown(): TemplateResult | typeof nothing {
    const { texts } = this.store
    switch (this.shown) {
      case 'add-resident':
        return this.#renderForm(
          texts.addResident,
          texts.add,
          html`<label>${texts.firstName}<input name="firstName" required maxlength="64" autofocus /></label>
            <label>${texts.lastName}<input name="lastName" maxlength="64" /></label>
            <label>
              ${texts.language}
              <select name="languageCode">
                <option value="zh-hans">${texts.chinese}</option>
                <option value="en">${texts.english}</option>
              </select>
            </label>`,
          (value) => {
            const lastName = value('lastName')
            const person = { firstName: value('firstName'), languageCode: value('languageCode') }
            return addResident(this.store, { ...person, ...(lastName && { lastName }) })
          },
        )
      case 'add-channel':
      case 'add-group': {
        const kind = this.shown === 'add-channel' ? 'channel' : 'group'
        return this.#renderForm(
          kind === 'channel' ? texts.newChannel : texts.newGroup,
          texts.create,
          html`<label>${texts.title}<input name="title" required maxlength="128" autofocus /></label>
            ${this.#renderMembers()}`,
          (value, values) =>
            addChat(this.store, { kind, title: value('title'), members: values('members').map(Number) }),
        )
      }
      case 'share-location':
        return this.#renderForm(
          texts.shareLocation,
          texts.send,
          html`<label>
              ${texts.latitude}
              <input name="latitude" type="number" step="any" min="-90" max="90" required autofocus .defaultValue=${String(village.latitude)} />
            </label>
            <label>
              ${texts.longitude}
              <input name="longitude" type="number" step="any" min="-180" max="180" required .defaultValue=${String(village.longitude)} />
            </label>`,
          (value) => {
            const location = { latitude: Number(value('latitude')), longitude: Number(value('longitude')) }
            return sendMessage(this.store, { location })
          },
        )
      default:
        return nothing
    }
  }

  #renderMembers(): TemplateResult | typeof nothing {
    const { state, texts } = this.store
    const others = state?.people.filter(({ id }) => id !== state.me.id) ?? []
    if (others.length === 0) return nothing
    // a committee's chat is not for residents: who comes in is chosen, not left out
    return html`<fieldset>
      <legend>${texts.members}</legend>
      ${others.map(
        ({ id, firstName, lastName }) => html`<label class="check">
          <input type="checkbox" name="members" value=${id} />${joinName(firstName, lastName)}
        </label>`,
      )}
    </fieldset>`
  }

  #renderForm(
    title: string,
    submit: string,
    fields: TemplateResult,
    done: (value: (name: string) => string, values: (name: string) => string[]) => Promise<unknown>,
  ): TemplateResult {
    const close = () => {
      this.shown = undefined
    }
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault()
      const form = new FormData(event.target as HTMLFormElement)
      close()
      const values = (name: string) => form.getAll(name).map((entry) => String(entry).trim())
      void done((name) => values(name)[0] ?? '', values)
    }
    return html`<dialog aria-labelledby="title" @close=${close}>
      <h2 id="title">${title}</h2>
      <form @submit=${onSubmit}>
        ${fields}
        <div class="dialog-buttons">
          <button type="button" class="button" @click=${close}>${this.store.texts.cancel}</button>
          <button type="submit" class="button primary">${submit}</button>
        </div>
      </form>
    </dialog>`
  }
}

/** The focused element in whichever shadow root; for an entry of a menu, which closes, the menu's button. */
function findFocus(): HTMLElement | null {
  let focused = document.activeElement
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement
  const menu = focused?.closest('[popover]')
  if (menu) focused = (menu.getRootNode() as ShadowRoot).querySelector('[popovertarget]')
  return focused as HTMLElement | null
}

customElements.define('xy-dialogs', Dialogs)
