import { css, html, type TemplateResult } from 'lit'
import type { PlaygroundOutgoing } from '../contract.ts'
import { icons } from './icons.ts'
import { popoverMenu } from './popover-menu.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

export interface ChosenFiles {
  files: File[]
  fileKind: NonNullable<PlaygroundOutgoing['fileKind']>
}

const stickers = ['👍', '🙏', '😀', '🎉', '🌾', '❤️', '😢', '🤔']

/** The plus: photos, files, a voice, a place, a sticker. Fires `files`, `share-location` and `sticker`. */
export class AttachMenu extends StoreElement {
  static override styles = [
    sharedStyles,
    css`
      .menu {
        position-area: top span-right;
      }
      .stickers {
        grid-template-columns: repeat(4, 56px);
        min-width: 0;
      }
      .stickers:popover-open {
        display: grid;
      }
      .stickers > button {
        justify-content: center;
        width: 56px;
        height: 56px;
        padding: 0;
        font-size: 32px;
      }
    `,
  ]

  override render(): TemplateResult {
    const { texts } = this.store
    return html`<button type="button" class="icon-button" aria-label=${texts.attach} popovertarget="menu">
        ${icons.attach}
      </button>
      ${popoverMenu(
        { id: 'menu', label: texts.attach },
        html`<button type="button" role="menuitem" @click=${() => this.#choose('photo', 'image/*')}>
          ${icons.photo}${texts.attachPhoto}
        </button>
        <button type="button" role="menuitem" @click=${() => this.#choose('document', '')}>
          ${icons.file}${texts.attachFile}
        </button>
        <button type="button" role="menuitem" @click=${() => this.#choose('voice', 'audio/*')}>
          ${icons.microphone}${texts.attachVoice}
        </button>
        <button
          type="button"
          role="menuitem"
          @click=${() => this.dispatchEvent(new CustomEvent('share-location'))}
        >
          ${icons.place}${texts.attachLocation}
        </button>
        <button type="button" role="menuitem" @click=${this.#openStickers}>
          ${icons.smile}${texts.attachSticker}
        </button>`,
      )}
      ${popoverMenu(
        { id: 'stickers', label: texts.attachSticker, className: 'stickers' },
        html`${stickers.map(
          (sticker) => html`<button
            type="button"
            role="menuitem"
            @click=${() => this.dispatchEvent(new CustomEvent('sticker', { detail: sticker }))}
          >
            ${sticker}
          </button>`,
        )}`,
      )}
      <input type="file" hidden tabindex="-1" aria-label=${texts.attach} @change=${this.#chosen} />`
  }

  #kind: ChosenFiles['fileKind'] = 'document'

  #choose(kind: ChosenFiles['fileKind'], accept: string): void {
    const input = this.renderRoot.querySelector('input')
    if (!input) return
    this.#kind = kind
    input.accept = accept
    input.multiple = kind !== 'voice'
    input.value = ''
    input.click()
  }

  #chosen(event: Event): void {
    const files = [...((event.target as HTMLInputElement).files ?? [])]
    const detail: ChosenFiles = { files, fileKind: this.#kind }
    if (files.length > 0) this.dispatchEvent(new CustomEvent('files', { detail }))
  }

  #openStickers(): void {
    const source = this.renderRoot.querySelector<HTMLElement>('.icon-button')
    const menu = this.renderRoot.querySelector<HTMLElement>('#stickers')
    // The first menu closes by the same press; the second opens once that is done.
    requestAnimationFrame(() => menu?.showPopover(source ? { source } : {}))
  }
}

customElements.define('xy-attach-menu', AttachMenu)
