import type { ChatMember } from 'grammy/types'
import type { ChatRecord, MemberRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { describeUser } from './describe-user.ts'

/** Shapes of https://core.telegram.org/bots/api#chatmember */
export function describeMember(
  runtime: Pick<Runtime, 'bot' | 'people'>,
  chat: ChatRecord,
  member: Pick<MemberRecord, 'userId' | 'status' | 'rights'>,
): ChatMember {
  const user = describeUser(runtime, member.userId)
  switch (member.status) {
    case 'creator':
      return { user, status: 'creator', is_anonymous: false }
    case 'administrator':
      return describeAdministrator(user, chat, member)
    case 'member':
      return { user, status: 'member' }
    case 'left':
      return { user, status: 'left' }
    case 'kicked':
      return { user, status: 'kicked', until_date: 0 }
  }
}

function describeAdministrator(
  user: ChatMember['user'],
  chat: ChatRecord,
  { rights = {} }: Pick<MemberRecord, 'rights'>,
): ChatMember {
  const channel = chat.type === 'channel'
  return {
    user,
    status: 'administrator',
    can_be_edited: false,
    can_manage_chat: true,
    can_change_info: rights.can_change_info ?? true,
    can_delete_messages: rights.can_delete_messages ?? true,
    can_invite_users: rights.can_invite_users ?? true,
    can_restrict_members: rights.can_restrict_members ?? true,
    can_promote_members: false,
    can_manage_video_chats: true,
    can_post_stories: true,
    can_edit_stories: true,
    can_delete_stories: true,
    can_send_welcome_messages: false,
    is_anonymous: false,
    ...(channel
      ? {
          can_post_messages: rights.can_post_messages ?? true,
          can_edit_messages: rights.can_edit_messages ?? true,
        }
      : { can_pin_messages: rights.can_pin_messages ?? true }),
  }
}
