import type { PlaygroundChat } from '../contract.ts'

/** The liveliest first; but the bot that nobody has spoken to yet is what a newcomer looks for. */
export function sortChats(chats: readonly PlaygroundChat[]): PlaygroundChat[] {
  const date = ({ chat, lastMessage }: PlaygroundChat) =>
    lastMessage?.date ?? (chat.type === 'private' ? Number.MAX_SAFE_INTEGER : 0)
  return chats.toSorted((a, b) => date(b) - date(a))
}
