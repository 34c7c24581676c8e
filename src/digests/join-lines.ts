import type { MessageEntity } from 'grammy/types'

/** A line of a message, as a whole in bold or not. */
export interface Line {
  text: string
  bold?: boolean
}

/** In UTF-16 code units; https://core.telegram.org/bots/api#sendmessage. */
const LONGEST_TEXT = 4096

/** One text with entities, their places in UTF-16 code units. Lines from the first that does not fit are left out. */
export function joinLines(lines: Line[]): { text: string; entities: MessageEntity[] } {
  let text = ''
  const entities: MessageEntity[] = []
  for (const line of lines) {
    // white space at the ends would be cut off by Telegram, and the places of the entities with it
    const written = line.text.trim()
    const offset = text === '' ? 0 : text.length + 1
    if (offset + written.length > LONGEST_TEXT) break
    text = text === '' ? written : `${text}\n${written}`
    if (line.bold && written !== '') entities.push({ type: 'bold', offset, length: written.length })
  }
  return { text: text.trimEnd(), entities }
}
