import type { Message, PlaygroundHistory } from '../contract.ts'

/** What the page knows of one chat, oldest first, without gaps. */
export type MessageHistory = PlaygroundHistory

export const emptyHistory: MessageHistory = { messages: [], hasMore: false }

/** Puts a new or an edited message in its place. */
export function putMessage(history: MessageHistory, message: Message): MessageHistory {
  const { messages } = history
  const at = messages.findIndex((known) => known.message_id >= message.message_id)
  if (at === -1) return { ...history, messages: [...messages, message] }
  const isKnown = messages[at]?.message_id === message.message_id
  return { ...history, messages: messages.toSpliced(at, isKnown ? 1 : 0, message) }
}

export function removeMessage(history: MessageHistory, messageId: number): MessageHistory {
  return { ...history, messages: history.messages.filter((known) => known.message_id !== messageId) }
}

/** Puts an older page, as loaded on scrolling up, before what is there. */
export function prependPage(history: MessageHistory, older: PlaygroundHistory): MessageHistory {
  const first = history.messages[0]?.message_id ?? Number.POSITIVE_INFINITY
  const messages = [...older.messages.filter((known) => known.message_id < first), ...history.messages]
  return { messages, hasMore: older.hasMore }
}

/**
 * Takes over the newest page after the connection was lost. Older messages stay only when nothing can be missing
 * between them and that page.
 */
export function refreshHistory(history: MessageHistory, newest: PlaygroundHistory): MessageHistory {
  const first = newest.messages[0]?.message_id
  const last = history.messages.at(-1)?.message_id
  if (first === undefined || last === undefined || last < first || !newest.hasMore) return newest
  const older = history.messages.filter((known) => known.message_id < first)
  return {
    messages: [...older, ...newest.messages],
    hasMore: older.length > 0 ? history.hasMore : newest.hasMore,
  }
}
