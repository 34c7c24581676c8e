import { html, type TemplateResult } from 'lit'
import type { Message } from '../contract.ts'
import { icons } from './icons.ts'
import { previewMessage } from './preview-message.ts'
import type { Texts } from './texts.ts'

/**
 * What was pinned last, as it stands now. A chat tells of pinning only, by a message of its own; what is unpinned stays
 * here until one hides it.
 */
export function findPinned(messages: readonly Message[]): Message | undefined {
  const pinned = messages.findLast(({ pinned_message }) => pinned_message)?.pinned_message
  if (!pinned || pinned.date === 0) return undefined
  const first = messages[0]?.message_id ?? 0
  const known = messages.find(({ message_id }) => message_id === pinned.message_id)
  // Deleted since, for all that is newer than the first is here.
  if (!known && pinned.message_id >= first) return undefined
  return known ?? (pinned as Message)
}

/** The thin bar below a chat's name. */
export function renderPinned(
  message: Message,
  texts: Texts,
  { show, hide }: { show(): void; hide(): void },
): TemplateResult {
  return html`<div class="pinned" data-testid="pinned">
    <button type="button" class="pinned-text" @click=${show}>
      <b>${texts.pinnedMessage}</b><span class="hidden-text">${texts.colon}</span>
      <span>${previewMessage(message, texts)}</span>
    </button>
    <button type="button" class="icon-button" aria-label=${texts.hidePinned} @click=${hide}>${icons.close}</button>
  </div>`
}
