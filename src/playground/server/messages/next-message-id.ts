import type { Chat } from 'grammy/types'
import type { Runtime } from '../runtime.ts'

/**
 * Supergroups and channels number their own messages; private chats and basic groups share the account's numbers,
 * so that ids jump there, as with Telegram.
 */
export function nextMessageId({ keyValues }: Pick<Runtime, 'keyValues'>, chat: Chat): number {
  const own = chat.type === 'supergroup' || chat.type === 'channel'
  return keyValues.next(own ? `message:${chat.id}` : 'message')
}
