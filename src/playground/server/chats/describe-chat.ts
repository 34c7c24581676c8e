import type { Chat } from 'grammy/types'
import type { ChatRecord, PersonRecord } from '../model.ts'

export function describePrivateChat(person: PersonRecord): Chat.PrivateChat {
  return {
    id: person.id,
    first_name: person.firstName,
    ...(person.lastName ? { last_name: person.lastName } : {}),
    ...(person.username ? { username: person.username } : {}),
    type: 'private',
  }
}

export function describeChatRecord(
  chat: ChatRecord,
): Chat.GroupChat | Chat.SupergroupChat | Chat.ChannelChat {
  const { id, title, type, username } = chat
  if (type === 'group') return { id, title, type }
  return { id, title, ...(username ? { username } : {}), type }
}
