import type { MessageEntity } from 'grammy/types'

/** A line of a message, as a whole in bold or not. */
export interface Line {
  text: string
  bold?: boolean
  /** their places in the text of the line */
  entities?: MessageEntity[]
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
    const cutOff = line.text.length - line.text.trimStart().length
    for (const entity of line.entities ?? []) {
      const [from, to] = [entity.offset - cutOff, entity.offset - cutOff + entity.length]
      const start = Math.max(0, from)
      const length = Math.min(to, written.length) - start
      if (length > 0) entities.push({ ...entity, offset: offset + start, length })
    }
    if (line.bold && written !== '') entities.push({ type: 'bold', offset, length: written.length })
  }
  return { text: text.trimEnd(), entities }
}
