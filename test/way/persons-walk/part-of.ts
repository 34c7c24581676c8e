import type { Message } from 'grammy/types'
import type { Said } from './memory.ts'

/** What a message is besides its text, and what it is to be found by. */
export function partOf({ voice, photo, location }: Message): Said['part'] {
  if (voice) return { kind: 'voice', key: voice.file_id }
  const largest = photo?.at(-1)
  if (largest) return { kind: 'photo', key: largest.file_id }
  return location ? { kind: 'location', key: String(location.latitude) } : null
}
