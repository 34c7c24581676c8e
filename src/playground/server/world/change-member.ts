import type { ChatMemberUpdated, Message, User } from 'grammy/types'
import { describeChatRecord } from '../chats/describe-chat.ts'
import { describeMember } from '../chats/describe-member.ts'
import { describeUser } from '../chats/describe-user.ts'
import { isAdministrator, isInside } from '../chats/membership.ts'
import { nextMessageId } from '../messages/next-message-id.ts'
import { saveNewMessage } from '../messages/save-message.ts'
import type { AdministratorRights, ChatRecord, MemberRecord, MemberStatus } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { deliverMessage } from './deliver-message.ts'

export interface MemberChange {
  actorId: number
  userId: number
  status: MemberStatus
  rights?: AdministratorRights
}

/**
 * Somebody comes, goes, or gets other rights: my_chat_member for the bot itself, chat_member for others where the bot is
 * an administrator, and in groups the service message.
 */
export function changeMember(runtime: Runtime, chat: ChatRecord, change: MemberChange): void {
  const { before, after } = setMember(runtime, chat, change)
  if (chat.type !== 'channel' && isInside(before) !== isInside(after)) {
    const user = describeUser(runtime, change.userId)
    if (isInside(after)) tell(runtime, chat, change.actorId, { new_chat_members: [user] })
    else tellOfLeaving(runtime, chat, change.actorId, user)
  }
}

/** The same without a service message. */
export function setMember(
  runtime: Runtime,
  chat: ChatRecord,
  { actorId, userId, status, rights }: MemberChange,
): { before: MemberRecord; after: MemberRecord } {
  const before: MemberRecord = runtime.chats.member(chat.id, userId) ?? {
    chatId: chat.id,
    userId,
    status: 'left',
  }
  const after: MemberRecord = { chatId: chat.id, userId, status, ...(rights ? { rights } : {}) }
  runtime.chats.putMember(after)

  const update: ChatMemberUpdated = {
    chat: describeChatRecord(chat),
    from: describeUser(runtime, actorId),
    date: unixTime(runtime.clock),
    old_chat_member: describeMember(runtime, chat, before),
    new_chat_member: describeMember(runtime, chat, after),
  }
  if (userId === runtime.bot.id) runtime.updates.emit('my_chat_member', update, `member:${chat.id}`)
  else if (isAdministrator(runtime.chats.member(chat.id, runtime.bot.id))) {
    runtime.updates.emit('chat_member', update, `member:${chat.id}`)
  }
  runtime.events.publish({ type: 'chats' })
  return { before, after }
}

function service(runtime: Runtime, chat: ChatRecord, actorId: number, content: Partial<Message>): Message {
  const described = describeChatRecord(chat)
  return {
    message_id: nextMessageId(runtime, described),
    from: describeUser(runtime, actorId),
    chat: described,
    date: unixTime(runtime.clock),
    ...content,
  } as Message
}

function tell(runtime: Runtime, chat: ChatRecord, actorId: number, content: Partial<Message>): void {
  deliverMessage(runtime, service(runtime, chat, actorId, content), actorId)
}

/** The bot hears of its own leaving from a basic group only, where it keeps the chat. */
function tellOfLeaving(runtime: Runtime, chat: ChatRecord, actorId: number, user: User): void {
  const message = service(runtime, chat, actorId, { left_chat_member: user })
  if (user.id !== runtime.bot.id) return void deliverMessage(runtime, message, actorId)
  saveNewMessage(runtime, { message, authorId: actorId })
  if (chat.type === 'group' && actorId !== runtime.bot.id) {
    runtime.updates.emit('message', message as Message & { from: User; chat: never }, `chat:${chat.id}`)
  }
}
