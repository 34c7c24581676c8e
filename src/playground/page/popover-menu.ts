import { html, type TemplateResult } from 'lit'
import { closeMenu, moveFocusWithMenu, moveInMenu } from './menu-keys.ts'

/**
 * A menu that the button with `popovertarget=<id>` opens. `entries` are buttons of a role that begins with `menuitem`;
 * `label` is what a screen reader calls the menu. `className` goes beside `menu`.
 */
export function popoverMenu(
  { id, label, className = '' }: { id: string; label: string; className?: string },
  entries: unknown,
): TemplateResult {
  return html`<div
    id=${id}
    class="menu ${className}"
    popover
    role="menu"
    aria-label=${label}
    @toggle=${moveFocusWithMenu}
    @keydown=${moveInMenu}
    @click=${closeMenu}
  >
    ${entries}
  </div>`
}
