/** What counts of Telegram's answer to getChat: https://core.telegram.org/bots/api#chatfullinfo */
export interface ChatSettings {
  type: string
  username?: string | undefined
  active_usernames?: readonly string[] | undefined
  /** a supergroup that stands on the map can be found by whoever is near */
  location?: object | undefined
  linked_chat_id?: number | undefined
}

/**
 * Who can read along in a channel or group. `public`: anybody, so it cannot be a committee's. `discussed`: a channel whose
 * posts go into a discussion group by themselves, or such a group: whoever links it is warned. `closed`: its members only.
 */
export type ChatStanding = 'closed' | 'discussed' | 'public'

export function standingOf(chat: ChatSettings): ChatStanding {
  if (chat.username || (chat.active_usernames?.length ?? 0) > 0 || chat.location) return 'public'
  return chat.linked_chat_id === undefined ? 'closed' : 'discussed'
}
