import { LitElement, type PropertyDeclarations } from 'lit'
import type { Store } from './store.ts'

/** An element that is rendered anew whenever the store changes. */
export class StoreElement extends LitElement {
  static override properties: PropertyDeclarations = { store: { attribute: false } }
  declare store: Store

  readonly #onChange = (): void => this.requestUpdate()

  override connectedCallback(): void {
    super.connectedCallback()
    this.store.addEventListener('change', this.#onChange)
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.store.removeEventListener('change', this.#onChange)
  }
}
