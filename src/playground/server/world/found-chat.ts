import type { ChatRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { newChatId } from './new-id.ts'
import { WorldError } from './world-error.ts'

/** A new chat with its people in it, before any bot: nothing is told to anybody. The first administrator owns it. */
export function found(
  runtime: Runtime,
  chat: Omit<ChatRecord, 'id'>,
  administrators: number[],
  members: number[],
): number {
  if (administrators.length === 0) throw new WorldError('somebody must own the chat')
  const id = newChatId(runtime, chat.type)
  runtime.chats.put({ ...chat, id })
  for (const userId of members) runtime.chats.putMember({ chatId: id, userId, status: 'member' })
  administrators.forEach((userId, index) => {
    runtime.chats.putMember({ chatId: id, userId, status: index === 0 ? 'creator' : 'administrator' })
  })
  runtime.events.publish({ type: 'chats' })
  return id
}
