import type { Message } from '../contract.ts'
import { dayKey } from './format-time.ts'

/** What stands in the chat, from top to bottom: a new day, or one bubble (an album is one, of several messages). */
export type ChatItem =
  | { kind: 'day'; key: string; date: Date }
  | { kind: 'messages'; key: string; messages: [Message, ...Message[]]; startsRun: boolean }

const runMs = 10 * 60 * 1000

/** Puts days between the messages, albums together, and notes where somebody starts to speak. */
export function groupMessages(messages: readonly Message[]): ChatItem[] {
  const items: ChatItem[] = []
  let previous: Message | undefined
  for (const message of messages) {
    const date = new Date(message.date * 1000)
    const day = dayKey(date)
    const last = items.at(-1)
    if (!previous || dayKey(new Date(previous.date * 1000)) !== day) {
      items.push({ kind: 'day', key: `day-${day}`, date })
    } else if (last?.kind === 'messages' && isSameAlbum(previous, message)) {
      last.messages.push(message)
      previous = message
      continue
    }
    const startsRun = !previous || items.at(-1)?.kind === 'day' || !isSameRun(previous, message)
    items.push({ kind: 'messages', key: String(message.message_id), messages: [message], startsRun })
    previous = message
  }
  return items
}

function isSameAlbum(a: Message, b: Message): boolean {
  return a.media_group_id !== undefined && a.media_group_id === b.media_group_id
}

function isSameRun(a: Message, b: Message): boolean {
  return a.from?.id === b.from?.id && (b.date - a.date) * 1000 < runMs
}
