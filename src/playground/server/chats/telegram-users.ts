import type { User } from 'grammy/types'

/**
 * Whom Telegram names as `from` where somebody speaks for a chat: for bots that know no sender_chat.
 * https://core.telegram.org/bots/api#message and https://core.telegram.org/tdlib (the ids)
 */
export const CHANNEL_BOT: User = {
  id: 136817688,
  is_bot: true,
  first_name: 'Channel',
  username: 'Channel_Bot',
}
export const GROUP_ANONYMOUS_BOT: User = {
  id: 1087968824,
  is_bot: true,
  first_name: 'Group',
  username: 'GroupAnonymousBot',
}
/** Who forwards a channel's posts into its discussion group. */
export const TELEGRAM: User = { id: 777000, is_bot: false, first_name: 'Telegram' }
