import { badRequest } from '../bot-api-error.ts'
import { hasRight } from '../chats/membership.ts'
import { type ResolvedChat, resolveChat } from '../chats/resolve-chat.ts'
import { postBotMessage } from '../messages/post-bot-message.ts'
import { withoutReply } from '../messages/without-reply.ts'
import type { Runtime } from '../runtime.ts'
import { defineMethod } from './define-method.ts'
import { chatId, flag, integer } from './parameters.ts'

const keyOf = (chat: ResolvedChat) => `pinned:${chat.chat.id}`
const pinnedIn = (runtime: Runtime, chat: ResolvedChat) => runtime.keyValues.get<number[]>(keyOf(chat)) ?? []

export const pinChatMessage = defineMethod({
  name: 'pinChatMessage',
  parameters: { chat_id: chatId(), message_id: integer(), disable_notification: flag() },
  run: (runtime, { chat_id, message_id }) => {
    const chat = enter(runtime, chat_id)
    const stored = message_id && runtime.messages.get(chat.chat.id, message_id)
    if (!stored) throw badRequest('message to pin not found')
    const { message } = stored
    const others = pinnedIn(runtime, chat).filter((id) => id !== message.message_id)
    runtime.keyValues.set(keyOf(chat), [...others, message.message_id])
    postBotMessage(runtime, chat, { pinned_message: withoutReply(message) }, {})
    return true
  },
})

export const unpinChatMessage = defineMethod({
  name: 'unpinChatMessage',
  parameters: { chat_id: chatId(), message_id: integer() },
  run: (runtime, { chat_id, message_id }) => {
    const chat = enter(runtime, chat_id)
    const pinned = pinnedIn(runtime, chat)
    const id = message_id ?? pinned.at(-1)
    if (id === undefined || !pinned.includes(id)) throw badRequest('message to unpin not found')
    runtime.keyValues.set(
      keyOf(chat),
      pinned.filter((other) => other !== id),
    )
    return true
  },
})

export const unpinAllChatMessages = defineMethod({
  name: 'unpinAllChatMessages',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    runtime.keyValues.remove(keyOf(enter(runtime, chat_id)))
    return true
  },
})

/** Groups ask for the right to pin, channels for the right to edit: https://core.telegram.org/bots/api#pinchatmessage */
function enter(runtime: Runtime, chat_id: string | number | undefined): ResolvedChat {
  const chat = resolveChat(runtime, chat_id, 'edit')
  const right = chat.record?.type === 'channel' ? 'can_edit_messages' : 'can_pin_messages'
  if (chat.record && !hasRight(chat.bot, right)) {
    throw badRequest('not enough rights to manage pinned messages in the chat')
  }
  return chat
}
