import type { Message } from 'grammy/types'
import { describeChatRecord } from '../chats/describe-chat.ts'
import { TELEGRAM } from '../chats/telegram-users.ts'
import { nextMessageId } from '../messages/next-message-id.ts'
import { withoutReply } from '../messages/without-reply.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { deliverMessage } from './deliver-message.ts'

/** What somebody posts in a channel comes into its discussion group by itself: https://core.telegram.org/bots/api#message */
export function forwardToDiscussion(runtime: Runtime, post: Message): void {
  const channel = runtime.chats.get(post.chat.id)
  const group = channel?.linkedChatId === undefined ? undefined : runtime.chats.get(channel.linkedChatId)
  if (channel?.type !== 'channel' || !group) return
  const chat = describeChatRecord(group)
  const sender_chat = describeChatRecord(channel)
  const { reply_markup: _markup, ...content } = withoutReply(post)
  const message = {
    ...content,
    message_id: nextMessageId(runtime, chat),
    from: TELEGRAM,
    sender_chat,
    chat,
    date: unixTime(runtime.clock),
    forward_origin: { type: 'channel', date: post.date, chat: sender_chat, message_id: post.message_id },
    is_automatic_forward: true,
  } as Message
  deliverMessage(runtime, message, TELEGRAM.id)
}
