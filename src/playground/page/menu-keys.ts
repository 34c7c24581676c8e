function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

/**
 * For a menu's `toggle` event: the chosen or the first entry gets the focus, and gives it back to the menu's button.
 * (The browser remembers no element inside a shadow root.)
 */
export function moveFocusWithMenu(event: ToggleEvent): void {
  const menu = event.currentTarget as HTMLElement
  if (event.newState === 'closed') {
    const root = menu.getRootNode() as ShadowRoot
    const opener = root.querySelector<HTMLElement>(`[popovertarget="${menu.id}"]`)
    const isFocusLost = menu.contains(root.activeElement) || document.activeElement === document.body
    if (isFocusLost) (opener ?? root.querySelector<HTMLElement>('[popovertarget]'))?.focus()
    return
  }
  const items = itemsOf(menu)
  const chosen = items.find((item) => item.getAttribute('aria-checked') === 'true') ?? items[0]
  chosen?.focus()
}

/** For a menu's `keydown` event: arrows, Home and End move through the entries. */
export function moveInMenu(event: KeyboardEvent): void {
  const items = itemsOf(event.currentTarget as HTMLElement)
  const at = items.indexOf(event.target as HTMLElement)
  const targets: Record<string, number> = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  items[target]?.focus()
}

/** For a menu's `click` event: whatever was chosen, the menu closes. */
export function closeMenu(event: Event): void {
  const menu = event.currentTarget as HTMLElement
  if (event.target instanceof Element && event.target.closest('[role^="menuitem"]')) menu.hidePopover()
}
