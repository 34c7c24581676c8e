import { MOST_BYTES } from './most-bytes.ts'

export type CheckedVoice =
  | { ok: true; mediaType: 'audio/ogg' | 'audio/webm' }
  | { ok: false; code: 'too_big' | 'no_voice' }

const EBML = Buffer.from([0x1a, 0x45, 0xdf, 0xa3])

/**
 * Tells a voice message by its first bytes: Ogg with Opus (https://www.rfc-editor.org/rfc/rfc7845#section-5.1), as
 * Telegram records it, or WebM, as browsers do. Refuses anything else, and what is above 20 MB.
 */
export function checkVoice(bytes: Uint8Array): CheckedVoice {
  if (bytes.byteLength > MOST_BYTES) return { ok: false, code: 'too_big' }
  const head = Buffer.from(bytes.subarray(0, 128))
  const text = head.toString('latin1')
  if (text.startsWith('OggS') && text.includes('OpusHead')) return { ok: true, mediaType: 'audio/ogg' }
  if (head.subarray(0, 4).equals(EBML) && text.includes('webm')) return { ok: true, mediaType: 'audio/webm' }
  return { ok: false, code: 'no_voice' }
}
