import type { Message } from 'grammy/types'
import { describeBot } from '../chats/describe-user.ts'
import type { ResolvedChat } from '../chats/resolve-chat.ts'
import { type ReplyMarkup, readReplyMarkup } from '../markup/read-reply-markup.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { nextMessageId } from './next-message-id.ts'
import { type ReplyInput, readReplyTarget } from './read-reply-parameters.ts'
import { saveNewMessage } from './save-message.ts'

/** What every sending method takes besides its content. */
export interface SendOptions extends ReplyInput {
  reply_markup?: unknown
  protect_content?: boolean | undefined
}

export type Content = Partial<Message>

/** Posts as the bot: in a channel in the channel's name, without `from`. */
export function postBotMessage(
  runtime: Runtime,
  { chat, record }: ResolvedChat,
  content: Content,
  options: SendOptions,
): Message {
  const channel = record?.type === 'channel'
  const markup = readReplyMarkup(options.reply_markup, runtime.settings, channel)
  const reply = readReplyTarget(runtime, chat.id, options)
  const message = {
    message_id: nextMessageId(runtime, chat),
    ...(channel ? { sender_chat: chat } : { from: describeBot(runtime) }),
    chat,
    date: unixTime(runtime.clock),
    ...reply,
    ...content,
    ...(options.protect_content ? { has_protected_content: true } : {}),
    ...(markup.inline ? { reply_markup: markup.inline } : {}),
  } as Message
  setKeyboard(runtime, chat.id, markup)
  return saveNewMessage(runtime, { message, authorId: runtime.bot.id })
}

function setKeyboard({ keyValues, events }: Runtime, chatId: number, { keyboard }: ReplyMarkup): void {
  if (keyboard === undefined) return
  if (keyboard === null) keyValues.remove(`keyboard:${chatId}`)
  else keyValues.set(`keyboard:${chatId}`, keyboard)
  events.publish({ type: 'chats' }, chatId)
}
