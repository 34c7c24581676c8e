import type { Message } from 'grammy/types'
import type { StoredMessage } from '../model.ts'
import type { Runtime } from '../runtime.ts'

type Dependencies = Pick<Runtime, 'messages' | 'events'>

export function saveNewMessage({ messages, events }: Dependencies, stored: StoredMessage): Message {
  const { message } = stored
  messages.put(stored)
  events.publish({ type: 'message', chatId: message.chat.id, message }, message.chat.id)
  return message
}

export function saveEditedMessage({ messages, events }: Dependencies, stored: StoredMessage): Message {
  const { message } = stored
  messages.put(stored)
  events.publish({ type: 'edited', chatId: message.chat.id, message }, message.chat.id)
  return message
}
