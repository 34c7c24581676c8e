import type { Update } from 'grammy/types'

/** message, callback_query … */
export function kindOf(update: Update): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'unknown'
}

/** The chat whose updates are handled in order; of a press without a message it is the person's own. */
export function chatOf(update: Update): number {
  const message =
    update.message ?? update.edited_message ?? update.channel_post ?? update.callback_query?.message
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.callback_query?.from.id ?? 0
}
