import type { Message } from 'grammy/types'
import { badRequest, notModelled } from '../bot-api-error.ts'
import { booleanField, integerField, isObject, objectWith } from '../refuse-unknown-fields.ts'
import type { Runtime } from '../runtime.ts'
import { withoutReply } from './without-reply.ts'

export interface ReplyInput {
  reply_parameters?: unknown
  /** as clients said it before Bot API 7.0; Telegram still takes it */
  reply_to_message_id?: number | undefined
  allow_sending_without_reply?: boolean | undefined
}

/** The message that is answered, ready to stand in the new one. */
export function readReplyTarget(
  { messages }: Pick<Runtime, 'messages'>,
  chatId: number,
  input: ReplyInput,
): Pick<Message, 'reply_to_message'> {
  const { messageId, optional } = read(chatId, input)
  if (messageId === undefined) return {}
  const target = messages.get(chatId, messageId)
  if (target) return { reply_to_message: withoutReply(target.message) }
  if (optional) return {}
  throw badRequest('message to be replied not found')
}

function read(chatId: number, input: ReplyInput): { messageId?: number; optional: boolean } {
  const legacy = input.reply_to_message_id
  if (input.reply_parameters === undefined || input.reply_parameters === '') {
    const optional = input.allow_sending_without_reply ?? false
    return legacy ? { messageId: legacy, optional } : { optional }
  }
  if (!isObject(input.reply_parameters)) throw badRequest('object expected as reply parameters')
  const parameters = objectWith(
    input.reply_parameters,
    ['message_id', 'chat_id', 'allow_sending_without_reply'],
    'ReplyParameters',
  )
  if (parameters.chat_id !== undefined && Number(parameters.chat_id) !== chatId) {
    throw notModelled('replies to another chat')
  }
  const messageId = integerField(parameters, 'message_id')
  return { messageId, optional: booleanField(parameters, 'allow_sending_without_reply') }
}
