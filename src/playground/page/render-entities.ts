import { html, type nothing, type TemplateResult } from 'lit'
import type { MessageEntity } from '../contract.ts'
import { buildEntityTree, type EntityNode } from './entity-tree.ts'
import { toSafeUrl } from './safe-url.ts'

/** What a press on part of a text does. */
export interface EntityActions {
  /** a `/word` was pressed */
  runCommand(command: string): void
  /** true: the page followed the link itself, the browser shall not */
  followLink(url: string): boolean
  /** what stands behind a link, if anything */
  renderAfterLink?(url: string): TemplateResult | typeof nothing
}

type Rendered = string | TemplateResult

/** A message's text with its entities, for a template. Pure: same text and entities, same nodes. */
export function renderEntities(
  text: string,
  entities: readonly MessageEntity[] | undefined,
  actions: EntityActions,
): Rendered[] {
  return buildEntityTree(text, entities).map((node) => renderNode(node, actions))
}

function renderNode(node: EntityNode, actions: EntityActions): Rendered {
  if (typeof node === 'string') return node
  const inner = node.children.map((child) => renderNode(child, actions))
  const { entity, text } = node
  switch (entity.type) {
    case 'bold':
      return html`<strong>${inner}</strong>`
    case 'italic':
      return html`<em>${inner}</em>`
    case 'underline':
      return html`<u>${inner}</u>`
    case 'strikethrough':
      return html`<s>${inner}</s>`
    case 'code':
      return html`<code>${inner}</code>`
    case 'pre':
      return html`<pre><code>${inner}</code></pre>`
    case 'blockquote':
      return html`<blockquote>${inner}</blockquote>`
    case 'expandable_blockquote':
      return html`<blockquote class="expandable" tabindex="0">${inner}</blockquote>`
    case 'spoiler':
      // No white space of the template's own: the words keep theirs.
      return html`<button type="button" class="spoiler" aria-expanded="false" @click=${reveal}><span>${inner}</span></button>`
    case 'bot_command':
      return html`<button type="button" class="link" @click=${() => actions.runCommand(text)}>${inner}</button>`
    case 'url':
      return renderLink(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`, inner, actions)
    case 'text_link':
      return renderLink(entity.url, inner, actions)
    case 'email':
      return renderLink(`mailto:${text}`, inner, actions)
    case 'phone_number':
      return renderLink(`tel:${text.replace(/[^+\d]/g, '')}`, inner, actions)
    case 'mention':
      return renderLink(`https://t.me/${text.slice(1)}`, inner, actions)
    case 'hashtag':
    case 'cashtag':
      return html`<span class="tag">${inner}</span>`
    default:
      return html`<span>${inner}</span>`
  }
}

function renderLink(url: string, inner: Rendered[], actions: EntityActions): Rendered {
  const safe = toSafeUrl(url)
  if (safe === undefined) return html`<span>${inner}</span>`
  return html`<a
    href=${safe}
    target="_blank"
    rel="noopener"
    @click=${(event: Event) => {
      if (actions.followLink(safe)) event.preventDefault()
    }}
    >${inner}</a
  >${actions.renderAfterLink?.(safe)}`
}

function reveal(event: Event): void {
  const button = event.currentTarget as HTMLButtonElement
  button.setAttribute('aria-expanded', button.getAttribute('aria-expanded') === 'true' ? 'false' : 'true')
}
