import type { Update } from 'grammy/types'

/** Telegram's names, in the order of https://core.telegram.org/bots/api#update */
export const updateTypes = [
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'business_connection',
  'business_message',
  'edited_business_message',
  'deleted_business_messages',
  'guest_message',
  'stopped_message_generation',
  'message_reaction',
  'message_reaction_count',
  'inline_query',
  'chosen_inline_result',
  'callback_query',
  'shipping_query',
  'pre_checkout_query',
  'purchased_paid_media',
  'poll',
  'poll_answer',
  'my_chat_member',
  'chat_member',
  'chat_join_request',
  'chat_boost',
  'removed_chat_boost',
  'managed_bot',
  'subscription',
] as const satisfies Exclude<keyof Update, 'update_id'>[]

export type UpdateType = (typeof updateTypes)[number]

/** An empty list, or none ever given, means all but these: https://core.telegram.org/bots/api#getupdates */
export const notByDefault: readonly UpdateType[] = [
  'chat_member',
  'message_reaction',
  'message_reaction_count',
]
