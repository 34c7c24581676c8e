import type { Message } from 'grammy/types'
import { isAdministrator, isInside } from '../chats/membership.ts'
import type { Runtime } from '../runtime.ts'

const serviceFields = [
  'new_chat_members',
  'left_chat_member',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
  'pinned_message',
  'group_chat_created',
] as const

/** Does a message reach the bot: https://core.telegram.org/bots/features#privacy-mode */
export function botSees(runtime: Pick<Runtime, 'bot' | 'chats' | 'settings'>, message: Message): boolean {
  const { chat } = message
  if (chat.type === 'private') return true
  const bot = runtime.chats.member(chat.id, runtime.bot.id)
  if (!isInside(bot)) return false
  if (chat.type === 'channel' || isAdministrator(bot) || !runtime.settings.groupPrivacyMode) return true
  if (serviceFields.some((field) => message[field] !== undefined)) return true
  if (message.reply_to_message?.from?.id === runtime.bot.id) return true
  return isCommandFor(runtime.bot.username, message)
}

function isCommandFor(username: string, message: Message): boolean {
  const words = message.text ?? message.caption ?? ''
  const first = (message.entities ?? message.caption_entities)?.find(
    (entity) => entity.type === 'bot_command' && entity.offset === 0,
  )
  if (!first) return false
  const addressee = words.slice(0, first.length).split('@')[1]
  return addressee === undefined || addressee.toLowerCase() === username.toLowerCase()
}
