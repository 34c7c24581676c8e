import type { Message } from 'grammy/types'
import type { Part } from '../cards/draft-state.ts'
import type { BotContext } from './context.ts'

export interface Said {
  text: string | null
  part: Part | null
}

/** What the update's message says, see readSaid. */
export function readMessage({ message }: BotContext): Said | null {
  return message ? readSaid(message) : null
}

/** What a message says, as it was sent: text or caption, and a voice message, a photo or a place. */
export function readSaid(message: Message): Said | null {
  const text = message.text ?? message.caption ?? null
  const messageId = message.message_id
  const photo = message.photo?.at(-1)
  if (message.voice) {
    const { file_id: fileId, file_unique_id: uniqueId, duration: durationSeconds } = message.voice
    return { text, part: { kind: 'voice', messageId, fileId, uniqueId, durationSeconds } }
  }
  if (photo) {
    const album = message.media_group_id
    const { file_id: fileId, file_unique_id: uniqueId } = photo
    const inAlbum = album === undefined ? {} : { album }
    return { text, part: { kind: 'photo', messageId, fileId, uniqueId, ...inAlbum } }
  }
  if (message.location) {
    const { latitude, longitude } = message.location
    return { text, part: { kind: 'location', messageId, latitude, longitude } }
  }
  return message.text === undefined ? null : { text, part: null }
}
