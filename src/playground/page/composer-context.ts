import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../contract.ts'
import type { ChosenFiles } from './attach-menu.ts'
import { icons } from './icons.ts'
import { previewMessage, senderName } from './preview-message.ts'
import type { Store } from './store.ts'

/** Above the field: which message is answered or changed. */
export function renderContext(
  { state, texts }: Store,
  {
    replyTo,
    editing,
    cancel,
  }: { replyTo?: Message | undefined; editing?: Message | undefined; cancel(): void },
): TemplateResult | typeof nothing {
  const message = editing ?? replyTo
  if (!message || !state) return nothing
  return html`<div class="context">
    <div>
      <b>${editing ? texts.editing : texts.replyingTo(senderName(message, state, texts))}</b>
      <span>${previewMessage(message, texts)}</span>
    </div>
    <button type="button" class="icon-button" aria-label=${texts.cancel} @click=${cancel}>${icons.close}</button>
  </div>`
}

/** Above the field: the files that go along, each of which can still be taken out. */
export function renderChosenFiles(
  { texts }: Store,
  chosen: ChosenFiles | undefined,
  change: (chosen: ChosenFiles | undefined) => void,
): TemplateResult | typeof nothing {
  if (!chosen) return nothing
  const without = (file: File) => {
    const files = chosen.files.filter((other) => other !== file)
    change(files.length > 0 ? { ...chosen, files } : undefined)
  }
  return html`<ul class="files">
    ${chosen.files.map(
      (file) => html`<li>
        <span>${file.name}</span>
        <button type="button" class="icon-button" aria-label=${texts.remove(file.name)} @click=${() => without(file)}>
          ${icons.close}
        </button>
      </li>`,
    )}
  </ul>`
}
