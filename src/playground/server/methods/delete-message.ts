import { badRequest } from '../bot-api-error.ts'
import { hasRight } from '../chats/membership.ts'
import { type ResolvedChat, resolveChat } from '../chats/resolve-chat.ts'
import type { StoredMessage } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { defineMethod } from './define-method.ts'
import { chatId, integer, json } from './parameters.ts'

/** https://core.telegram.org/bots/api#deletemessage */
const deletableFor = 48 * 3600

export const deleteMessage = defineMethod({
  name: 'deleteMessage',
  parameters: { chat_id: chatId(), message_id: integer() },
  run: (runtime, { chat_id, message_id }) => {
    const chat = resolveChat(runtime, chat_id, 'edit')
    const stored = runtime.messages.get(chat.chat.id, message_id ?? 0)
    if (!stored) throw badRequest('message to delete not found')
    const refusal = whyNot(runtime, chat, stored)
    if (refusal) throw badRequest(refusal)
    remove(runtime, stored)
    return true
  },
})

export const deleteMessages = defineMethod({
  name: 'deleteMessages',
  parameters: { chat_id: chatId(), message_ids: json('message identifiers') },
  run: (runtime, { chat_id, message_ids }) => {
    if (message_ids === undefined) throw badRequest('message identifiers are not specified')
    if (!Array.isArray(message_ids)) throw badRequest('expected an Array of message identifiers')
    if (message_ids.length > 100) throw badRequest('too many message identifiers specified')
    const ids = message_ids.map(Number)
    if (!ids.every((id) => Number.isSafeInteger(id) && id > 0)) {
      throw badRequest('invalid message identifier specified')
    }
    const chat = resolveChat(runtime, chat_id, 'edit')
    // those that are not there, or cannot be deleted, are skipped: https://core.telegram.org/bots/api#deletemessages
    for (const id of ids) {
      const stored = runtime.messages.get(chat.chat.id, id)
      if (stored && !whyNot(runtime, chat, stored)) remove(runtime, stored)
    }
    return true
  },
})

function whyNot(
  runtime: Runtime,
  { record, bot }: ResolvedChat,
  { message, authorId }: StoredMessage,
): string | undefined {
  const old = unixTime(runtime.clock) - message.date > deletableFor
  if (record && hasRight(bot, 'can_delete_messages') && record.type !== 'group') return undefined
  if (record && authorId !== runtime.bot.id) {
    return hasRight(bot, 'can_delete_messages') ? undefined : "message can't be deleted"
  }
  return old ? "message can't be deleted for everyone" : undefined
}

function remove({ messages, events }: Runtime, { message }: StoredMessage): void {
  messages.remove(message.chat.id, message.message_id)
  events.publish({ type: 'deleted', chatId: message.chat.id, messageId: message.message_id }, message.chat.id)
}
