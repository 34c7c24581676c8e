import { css, html, nothing, type TemplateResult } from 'lit'
import type { PlaygroundPerson } from '../contract.ts'
import './avatar.ts'
import { icons } from './icons.ts'
import { becomePerson } from './person-actions.ts'
import { popoverMenu } from './popover-menu.ts'
import { joinName } from './preview-message.ts'
import { sharedStyles } from './shared-styles.ts'
import { StoreElement } from './store-element.ts'

/** Says who one is, and lets one be somebody else. Fires `add-resident`. */
export class PersonSwitcher extends StoreElement {
  static override styles = [
    sharedStyles,
    css`
      :host {
        min-width: 0;
      }
      .switch {
        display: flex;
        align-items: center;
        gap: 8px;
        max-width: 100%;
        min-height: 44px;
        padding: 3px 12px 3px 4px;
        border: 1px solid var(--line);
        border-radius: 24px;
        background: var(--surface-sunk);
      }
      .switch:hover {
        background: var(--accent-soft);
      }
      .switch xy-avatar {
        --avatar-size: 34px;
      }
      .switch svg {
        flex: none;
        width: 18px;
        height: 18px;
        color: var(--muted);
      }
      .name {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      small {
        color: var(--muted);
        font-size: 15px;
      }
      .i-am {
        color: var(--muted);
        font-size: 15px;
      }
      @media (max-width: 760px) {
        .i-am {
          position: absolute;
          width: 1px;
          height: 1px;
          overflow: hidden;
          clip-path: inset(50%);
        }
        .switch .name {
          display: grid;
          text-align: start;
          line-height: 1.2;
        }
        .switch small {
          font-size: 13px;
        }
        .switch .dot {
          display: none;
        }
        .both-names {
          overflow: hidden;
          text-overflow: ellipsis;
        }
      }
      .menu {
        width: 300px;
        position-area: bottom span-left;
      }
      .menu xy-avatar {
        --avatar-size: 40px;
      }
      .menu button {
        min-height: 56px;
        line-height: 1.3;
      }
      .menu .both {
        flex: 1;
        min-width: 0;
      }
      .menu small {
        display: block;
      }
      .chosen {
        color: var(--accent);
      }
      .add svg {
        width: 40px;
        padding: 0 8px;
        color: var(--accent);
      }
    `,
  ]

  override render(): TemplateResult | typeof nothing {
    const { state, texts } = this.store
    if (!state) return nothing
    const { me } = state
    const name = joinName(me.firstName, me.lastName)
    return html`<button
        type="button"
        class="switch"
        data-testid="person-switcher"
        popovertarget="people"
        aria-haspopup="menu"
      >
        <xy-avatar .name=${name} .peer=${me.id}></xy-avatar>
        <span class="name">
          <span class="both-names"><span class="i-am">${texts.iAm}${texts.colon}</span>${name}</span>
          <small><span class="dot" aria-hidden="true">· </span>${texts[me.part]}</small>
        </span>
        ${icons.down}
      </button>
      ${popoverMenu(
        { id: 'people', label: texts.becomePerson },
        html`${state.people.map((person) => this.#renderPerson(person, person.id === me.id))}
        <hr />
        <button
          type="button"
          role="menuitem"
          class="add"
          data-testid="add-resident"
          @click=${() => this.dispatchEvent(new CustomEvent('add-resident'))}
        >
          ${icons.attach}${texts.addResident}
        </button>`,
      )}`
  }

  #renderPerson(person: PlaygroundPerson, isMe: boolean): TemplateResult {
    const name = joinName(person.firstName, person.lastName)
    return html`<button
      type="button"
      role="menuitemradio"
      aria-checked=${isMe ? 'true' : 'false'}
      data-testid="person-${person.id}"
      @click=${() => becomePerson(this.store, person.id)}
    >
      <xy-avatar .name=${name} .peer=${person.id}></xy-avatar>
      <span class="both">${name}<small>${this.store.texts[person.part]}</small></span>
      ${isMe ? html`<span class="chosen">${icons.check}</span>` : nothing}
    </button>`
  }
}

customElements.define('xy-person-switcher', PersonSwitcher)
