import type { Message, Update } from 'grammy/types'
import { saveEditedMessage, saveNewMessage } from '../messages/save-message.ts'
import type { Runtime } from '../runtime.ts'
import { botSees } from './bot-sees.ts'

/** Keeps what a person wrote and tells the bot, if the bot may see it. */
export function deliverMessage(runtime: Runtime, message: Message, authorId: number): Message {
  saveNewMessage(runtime, { message, authorId })
  if (botSees(runtime, message)) {
    const type = message.chat.type === 'channel' ? 'channel_post' : 'message'
    runtime.updates.emit(
      type,
      message as NonNullable<Update['message'] & Update['channel_post']>,
      `chat:${message.chat.id}`,
    )
  }
  return message
}

export function deliverEdit(runtime: Runtime, message: Message, authorId: number): Message {
  saveEditedMessage(runtime, { message, authorId })
  if (botSees(runtime, message)) {
    const type = message.chat.type === 'channel' ? 'edited_channel_post' : 'edited_message'
    runtime.updates.emit(
      type,
      message as NonNullable<Update['edited_message'] & Update['edited_channel_post']>,
      `chat:${message.chat.id}`,
    )
  }
  return message
}
