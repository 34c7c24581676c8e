import { html, nothing, type TemplateResult } from 'lit'
import type { Message } from '../contract.ts'
import { api } from './api.ts'
import { readDeepLink } from './deep-link.ts'
import { formatSize } from './format-time.ts'
import { icons } from './icons.ts'
import { followLink, sendMessage } from './person-actions.ts'
import { renderEntities } from './render-entities.ts'
import type { Store } from './store.ts'
import './voice-player.ts'

/** What a message carries, above its words: photos of an album together. */
export function renderMedia(
  messages: readonly [Message, ...Message[]],
  store: Store,
): TemplateResult | typeof nothing {
  const [first] = messages
  const { texts } = store
  if (first.photo) {
    return html`<div class="photos ${messages.length > 1 ? 'album' : ''}">
      ${messages.map((message, index) => renderPhoto(message, index > 0, store))}
    </div>`
  }
  if (messages.length > 1) return html`${messages.map((message) => renderMedia([message], store))}`
  if (first.voice) {
    return html`<xy-voice-player
      .src=${api.fileUrl(first.voice.file_id)}
      .duration=${first.voice.duration}
      .texts=${texts}
    ></xy-voice-player>`
  }
  if (first.audio) return html`<audio controls src=${api.fileUrl(first.audio.file_id)}></audio>`
  if (first.video) return html`<video controls src=${api.fileUrl(first.video.file_id)}></video>`
  if (first.sticker) return html`<div class="sticker">${first.sticker.emoji ?? '🙂'}</div>`
  if (first.location) return renderPlace(first, store)
  if (first.contact) {
    return html`<div class="card">
      ${icons.person}<span>${first.contact.first_name}<small>${first.contact.phone_number}</small></span>
    </div>`
  }
  if (first.document) {
    const name = first.document.file_name ?? texts.file
    return html`<a class="card" href=${api.fileUrl(first.document.file_id)} download=${name}>
      ${icons.file}<span
        ><span class="hidden-text">${texts.download}</span> ${name}<small>${formatSize(first.document.file_size ?? 0)}</small></span
      >
    </a>`
  }
  return nothing
}

function renderPhoto(
  message: Message,
  isFurther: boolean,
  { texts }: Store,
): TemplateResult | typeof nothing {
  const photo = message.photo?.at(-1)
  if (!photo) return nothing
  const src = api.fileUrl(photo.file_id)
  const alt = message.caption ? `${texts.photo}${texts.colon}${message.caption.slice(0, 120)}` : texts.photo
  // Width and height keep the place until the picture is there.
  return html`<a
    href=${src}
    target="_blank"
    rel="noopener"
    data-testid=${isFurther ? `message-${message.message_id}` : nothing}
  >
    <img src=${src} width=${photo.width || 400} height=${photo.height || 300} alt=${alt} />
  </a>`
}

function renderPlace({ location, venue }: Message, { texts }: Store): TemplateResult | typeof nothing {
  if (!location) return nothing
  const { latitude, longitude } = location
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
  return html`<a class="place" href=${map} target="_blank" rel="noopener" title=${texts.openMap}>
    <span class="map" aria-hidden="true">${icons.place}</span>
    <span>${venue?.title ?? texts.location}<small>${latitude.toFixed(5)}, ${longitude.toFixed(5)}</small></span>
  </a>`
}

/** A message's own words, or its caption; of an album, of whichever picture has one. */
export function renderWords(messages: readonly Message[], store: Store): TemplateResult | typeof nothing {
  const message = messages.find(({ text, caption }) => text ?? caption)
  if (!message) return nothing
  const entities = message.entities ?? message.caption_entities
  return html`<div class="words">${renderEntities(message.text ?? message.caption ?? '', entities, {
    runCommand: (text) => void sendMessage(store, { text }),
    followLink: (url) => followLink(store, url),
    renderAfterLink: (url) => renderQrButton(url, store),
  })}</div>`
}

/** A link to the bot is there to be hung up as a picture. */
function renderQrButton(url: string, store: Store): TemplateResult | typeof nothing {
  if (!isShownAsQr(url, store)) return nothing
  const { texts } = store
  return html`<button
    type="button"
    class="qr"
    aria-label=${texts.qrOf(url)}
    title=${texts.qr}
    @click=${() => store.showQr(url)}
    >${icons.qr}</button
  >`
}

/** Links to the bot that bring something along; the server draws no others' codes. */
export function isShownAsQr(url: string, { state }: Store): boolean {
  const link = state && readDeepLink(url, state.bot.username)
  return link?.kind === 'bot' && link.start !== undefined && url.startsWith('https://t.me/')
}
