import { randomInt } from 'node:crypto'
import type { Message, Sticker } from 'grammy/types'
import { keepFile } from '../files/keep-file.ts'
import { mediaOf } from '../files/media-of.ts'
import type { UploadedFile } from '../files/uploaded-file.ts'
import type { Runtime } from '../runtime.ts'
import { formatText } from '../text/format-text.ts'
import type { Outgoing, SentFile } from './outgoing.ts'
import { WorldError } from './world-error.ts'

type Content = Partial<Message>

/** A client cuts longer text into several messages. */
const longestText = 4096
/** the smallest WebP picture there is */
const stickerPicture = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64')

/** The contents of the messages that a client makes of this: several for an album or a long text. */
export function contentsOf(runtime: Runtime, outgoing: Outgoing): Content[] {
  if ('text' in outgoing) return cut(outgoing.text).map(textContent)
  if ('photos' in outgoing) return photoContents(runtime, outgoing.photos, outgoing.caption)
  if ('voice' in outgoing) {
    const { file, duration } = asUpload(outgoing.voice, { name: 'voice.ogg', mimeType: 'audio/ogg' })
    const [kept] = keepFile(runtime, 'voice', file, duration === undefined ? {} : { duration })
    return [{ ...mediaOf(kept ? [kept] : []), ...caption(outgoing.caption) }]
  }
  if ('document' in outgoing) {
    const { file } = asUpload(outgoing.document, {})
    return [{ ...mediaOf(keepFile(runtime, 'document', file)), ...caption(outgoing.caption) }]
  }
  if ('location' in outgoing) return [{ location: { ...outgoing.location } }]
  if ('contact' in outgoing) return [{ contact: outgoing.contact }]
  return [{ sticker: sticker(runtime, outgoing.sticker) }]
}

export function textContent(text: string): { text: string } & Content {
  const formatted = formatText(text, [])
  if (formatted.text === '') throw new WorldError('a client does not send empty text')
  return { text: formatted.text, ...(formatted.entities.length > 0 ? { entities: formatted.entities } : {}) }
}

function cut(text: string): string[] {
  const pieces: string[] = []
  for (let rest = text; rest !== '' || pieces.length === 0; ) {
    // never within a character that takes two code units
    const end =
      rest.length > longestText && /[\ud800-\udbff]/.test(rest[longestText - 1] ?? '')
        ? longestText - 1
        : longestText
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end)
  }
  return pieces
}

function photoContents(runtime: Runtime, photos: SentFile[], words: string | undefined): Content[] {
  if (photos.length < 1 || photos.length > 10) throw new WorldError('an album has 2 to 10 photos')
  const album = photos.length > 1 ? { media_group_id: String(randomInt(10 ** 13, 2 ** 47)) } : {}
  return photos.map((photo, index) => ({
    ...album,
    ...mediaOf(keepFile(runtime, 'photo', asUpload(photo, { mimeType: 'image/jpeg' }).file)),
    ...(index === 0 ? caption(words) : {}),
  }))
}

function caption(words: string | undefined): Content {
  if (!words) return {}
  const { text, entities } = textContent(words)
  return { caption: text, ...(entities ? { caption_entities: entities } : {}) }
}

function asUpload(
  sent: SentFile,
  ifPlain: Omit<UploadedFile, 'bytes'>,
): { file: UploadedFile; duration?: number } {
  if (sent instanceof Uint8Array) return { file: { ...ifPlain, bytes: sent } }
  const { duration, ...file } = sent
  return { file: { ...file }, ...(duration === undefined ? {} : { duration }) }
}

function sticker(runtime: Runtime, emoji: string): Sticker {
  const [file] = keepFile(runtime, 'sticker', { name: 'sticker.webp', bytes: stickerPicture })
  if (!file) throw new Error('no file')
  return {
    file_id: file.fileId,
    file_unique_id: file.uniqueId,
    file_size: file.size,
    type: 'regular',
    width: 512,
    height: 512,
    is_animated: false,
    is_video: false,
    emoji,
  }
}
