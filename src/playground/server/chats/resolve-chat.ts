import type { Chat } from 'grammy/types'
import { badRequest, forbidden } from '../bot-api-error.ts'
import type { ChatRecord, MemberRecord, PersonRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { describeChatRecord, describePrivateChat } from './describe-chat.ts'
import { hasRight, isInside } from './membership.ts'

/** read: look at it; edit: change what is there; write: post something new */
export type Access = 'read' | 'edit' | 'write'

export interface ResolvedChat {
  chat: Chat
  /** of a private chat */
  person?: PersonRecord
  /** of all others */
  record?: ChatRecord
  bot?: MemberRecord
}

type Dependencies = Pick<Runtime, 'people' | 'chats' | 'bot'>

/**
 * The chat that a bot's `chat_id` names, if the bot may do this there. Order and words as in telegram-bot-api's
 * Client.cpp (check_chat, check_chat_access) and TDLib's can_send_message.
 */
export function resolveChat(
  runtime: Dependencies,
  chatId: string | number | undefined,
  access: Access,
): ResolvedChat {
  if (chatId === undefined || chatId === '') throw badRequest('chat_id is empty')
  const id = Number(chatId)
  if (!Number.isSafeInteger(id)) return resolvePublic(runtime, String(chatId), access)
  if (id === runtime.bot.id) throw forbidden("bot can't send messages to the bot")

  const person = runtime.people.get(id)
  if (person) return resolvePrivate(person, access)
  const record = runtime.chats.get(id)
  const bot = record && runtime.chats.member(id, runtime.bot.id)
  if (!record || !bot) throw badRequest('chat not found')
  checkAccess(record, bot, access)
  return { chat: describeChatRecord(record), record, bot }
}

function resolvePublic(runtime: Dependencies, name: string, access: Access): ResolvedChat {
  const username = name.startsWith('@') ? name.slice(1).toLowerCase() : undefined
  const record = username && runtime.chats.all().find((chat) => chat.username?.toLowerCase() === username)
  if (!record) throw badRequest('chat not found')
  const bot = runtime.chats.member(record.id, runtime.bot.id)
  checkAccess(record, bot ?? { chatId: record.id, userId: runtime.bot.id, status: 'left' }, access)
  return { chat: describeChatRecord(record), record, ...(bot ? { bot } : {}) }
}

function resolvePrivate(person: PersonRecord, access: Access): ResolvedChat {
  if (!person.started) {
    if (access === 'read') throw badRequest('chat not found')
    throw forbidden("bot can't initiate conversation with a user")
  }
  if (person.blocked && access !== 'read') throw forbidden('bot was blocked by the user')
  return { chat: describePrivateChat(person), person }
}

function checkAccess(record: ChatRecord, bot: MemberRecord, access: Access): void {
  const name = record.type
  if (record.migratedTo !== undefined && access === 'write') {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: record.migratedTo,
    })
  }
  if (name !== 'group' || access !== 'read') {
    if (bot.status === 'kicked') throw forbidden(`bot was kicked from the ${name} chat`)
    if (!isInside(bot) && !(record.username && access === 'read')) {
      throw forbidden(`bot is not a member of the ${name} chat`)
    }
  }
  if (name === 'channel' && access === 'write' && !hasRight(bot, 'can_post_messages')) {
    throw badRequest('need administrator rights in the channel chat')
  }
}
