import type { Message } from 'grammy/types'

/** A message as it stands inside another: never with a reply of its own. */
export function withoutReply(message: Message): NonNullable<Message['reply_to_message']> {
  const { reply_to_message: _, ...rest } = message
  return rest as NonNullable<Message['reply_to_message']>
}
