import type { Message, MessageOrigin } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { postBotMessage } from '../messages/post-bot-message.ts'
import type { StoredMessage } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { readCaption } from '../text/read-message-text.ts'
import { defineMethod } from './define-method.ts'
import { knowsUser } from './knows-user.ts'
import { captioned, chatId, flag, integer, sending } from './parameters.ts'

/** What goes along when a message is repeated elsewhere. */
const contentFields = [
  'text',
  'entities',
  'link_preview_options',
  'photo',
  'document',
  'voice',
  'sticker',
  'location',
  'contact',
  'caption',
  'caption_entities',
  'show_caption_above_media',
  'has_media_spoiler',
] as const

const source = { from_chat_id: chatId(), message_id: integer() }

export const copyMessage = defineMethod({
  name: 'copyMessage',
  sends: true,
  parameters: { ...sending, ...captioned, ...source, show_caption_above_media: flag() },
  run: (runtime, parameters) => {
    const { message } = findSource(runtime, parameters, 'copy')
    const content = contentOf(message)
    const { caption, caption_entities: given, parse_mode: parseMode } = parameters
    // without a new caption Telegram reads past the other two; a parse_mode is refused here even so
    const words = { text: caption, entities: caption === undefined ? undefined : given, parseMode }
    const newCaption = readCaption(words, knowsUser(runtime))
    if (caption !== undefined && (content.photo || content.document || content.voice)) {
      delete content.caption
      delete content.caption_entities
      Object.assign(content, newCaption)
    }
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    return { message_id: postBotMessage(runtime, chat, content, parameters).message_id }
  },
})

export const forwardMessage = defineMethod({
  name: 'forwardMessage',
  sends: true,
  parameters: {
    chat_id: chatId(),
    ...source,
    disable_notification: flag(),
    protect_content: flag(),
  },
  run: (runtime, parameters) => {
    const stored = findSource(runtime, parameters, 'forward')
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    const content = { ...contentOf(stored.message), forward_origin: originOf(stored) }
    return postBotMessage(runtime, chat, content, parameters)
  },
})

function findSource(
  runtime: Runtime,
  parameters: { from_chat_id?: string | number | undefined; message_id?: number | undefined },
  verb: 'copy' | 'forward',
): StoredMessage {
  if (parameters.from_chat_id === undefined) throw badRequest('parameter "from_chat_id" is required')
  const { chat } = resolveChat(runtime, parameters.from_chat_id, 'read')
  const stored = parameters.message_id && runtime.messages.get(chat.id, parameters.message_id)
  if (!stored) throw badRequest(`message to ${verb} not found`)
  const past = verb === 'copy' ? 'copied' : 'forwarded'
  if (stored.message.has_protected_content || Object.keys(contentOf(stored.message)).length === 0) {
    throw badRequest(`the message can't be ${past}`)
  }
  return stored
}

function contentOf(message: Message): Partial<Message> {
  return Object.fromEntries(
    contentFields.filter((field) => message[field] !== undefined).map((field) => [field, message[field]]),
  )
}

function originOf({ message }: StoredMessage): MessageOrigin {
  const { date, chat, sender_chat, from, forward_origin } = message
  if (forward_origin) return forward_origin
  if (chat.type === 'channel') return { type: 'channel', date, chat, message_id: message.message_id }
  if (from) return { type: 'user', date, sender_user: from }
  return { type: 'chat', date, sender_chat: sender_chat ?? chat } as MessageOrigin
}
