import type { ChatFullInfo } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { describeMember } from '../chats/describe-member.ts'
import { isAdministrator, isInside } from '../chats/membership.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import type { Runtime } from '../runtime.ts'
import { changeMember } from '../world/change-member.ts'
import { defineMethod } from './define-method.ts'
import { chatId, integer } from './parameters.ts'

const accentColors = 7

export const getChat = defineMethod({
  name: 'getChat',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    const { chat, record } = resolveChat(runtime, chat_id, 'read')
    const pinnedId = runtime.keyValues.get<number[]>(`pinned:${chat.id}`)?.at(-1)
    const pinned = pinnedId === undefined ? undefined : runtime.messages.get(chat.id, pinnedId)?.message
    return {
      ...chat,
      accent_color_id: Math.abs(chat.id) % accentColors,
      max_reaction_count: 11,
      accepted_gift_types: {
        unlimited_gifts: false,
        limited_gifts: false,
        unique_gifts: false,
        premium_subscription: false,
        gifts_from_channels: false,
      },
      ...('username' in chat && chat.username ? { active_usernames: [chat.username] } : {}),
      ...(record?.linkedChatId === undefined ? {} : { linked_chat_id: record.linkedChatId }),
      ...(pinned ? { pinned_message: pinned } : {}),
    } as ChatFullInfo
  },
})

export const getChatMember = defineMethod({
  name: 'getChatMember',
  parameters: { chat_id: chatId(), user_id: integer() },
  run: (runtime, { chat_id, user_id }) => {
    if (!user_id) throw badRequest('invalid user_id specified')
    const { record, person } = resolveChat(runtime, chat_id, 'read')
    if (user_id !== runtime.bot.id && !runtime.people.get(user_id)) throw badRequest('member not found')
    if (!record) {
      if (user_id !== person?.id && user_id !== runtime.bot.id) throw badRequest('member not found')
      return describeMember(
        runtime,
        { id: 0, type: 'group', title: '' },
        { userId: user_id, status: 'member' },
      )
    }
    const member = runtime.chats.member(record.id, user_id) ?? { userId: user_id, status: 'left' as const }
    return describeMember(runtime, record, member)
  },
})

export const getChatAdministrators = defineMethod({
  name: 'getChatAdministrators',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    const record = notPrivate(runtime, chat_id, 'there are no administrators in the private chat')
    const members = runtime.chats.members(record.id).filter(isAdministrator)
    return members.map((member) => describeMember(runtime, record, member))
  },
})

export const getChatMemberCount = defineMethod({
  name: 'getChatMemberCount',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    const { record } = resolveChat(runtime, chat_id, 'read')
    return record ? runtime.chats.members(record.id).filter(isInside).length : 2
  },
})

export const leaveChat = defineMethod({
  name: 'leaveChat',
  parameters: { chat_id: chatId() },
  run: (runtime, { chat_id }) => {
    const record = notPrivate(
      runtime,
      chat_id,
      "chat member status can't be changed in private chats",
      'edit',
    )
    changeMember(runtime, record, { actorId: runtime.bot.id, userId: runtime.bot.id, status: 'left' })
    return true
  },
})

function notPrivate(
  runtime: Runtime,
  chatId: string | number | undefined,
  words: string,
  access: 'read' | 'edit' = 'read',
) {
  const { record } = resolveChat(runtime, chatId, access)
  if (!record) throw badRequest(words)
  return record
}
