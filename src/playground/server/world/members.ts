import type { ChatMember, ChatMemberUpdated, Message } from 'grammy/types'
import { describeChatRecord, describePrivateChat } from '../chats/describe-chat.ts'
import { describeBot, describePerson, describeUser } from '../chats/describe-user.ts'
import { isInside } from '../chats/membership.ts'
import { nextMessageId } from '../messages/next-message-id.ts'
import type { AdministratorRights, ChatRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { changeMember, setMember } from './change-member.ts'
import { deliverMessage } from './deliver-message.ts'
import { newChatId } from './new-id.ts'
import { WorldError } from './world-error.ts'

export interface AddBotOptions {
  administrator?: boolean
  rights?: AdministratorRights
}

export function findChat({ chats }: Pick<Runtime, 'chats'>, chatId: number): ChatRecord {
  const chat = chats.get(chatId)
  if (!chat) throw new WorldError(`there is no chat ${chatId}`)
  return chat
}

/** In a channel a bot can only be an administrator. Done again it changes the bot's rights. */
export function addBot(runtime: Runtime, chatId: number, byId: number, options: AddBotOptions): void {
  const chat = findChat(runtime, chatId)
  const administrator = options.administrator ?? chat.type === 'channel'
  if (chat.type === 'channel' && !administrator)
    throw new WorldError('in a channel a bot is an administrator')
  changeMember(runtime, chat, {
    actorId: byId,
    userId: runtime.bot.id,
    status: administrator ? 'administrator' : 'member',
    ...(options.rights ? { rights: options.rights } : {}),
  })
}

/** A basic group lets the bot go, a supergroup or channel bans it. */
export function removeBot(runtime: Runtime, chatId: number, byId: number): void {
  const chat = findChat(runtime, chatId)
  changeMember(runtime, chat, { actorId: byId, userId: runtime.bot.id, status: 'kicked' })
}

export function addMember(runtime: Runtime, chatId: number, personId: number, byId = personId): void {
  changeMember(runtime, findChat(runtime, chatId), { actorId: byId, userId: personId, status: 'member' })
}

export function removeMember(runtime: Runtime, chatId: number, personId: number, byId = personId): void {
  const status = byId === personId ? 'left' : 'kicked'
  changeMember(runtime, findChat(runtime, chatId), { actorId: byId, userId: personId, status })
}

export function setBlocked(runtime: Runtime, personId: number, blocked: boolean): void {
  const person = runtime.people.get(personId)
  if (!person) throw new WorldError(`nobody has the id ${personId}`)
  if (!person.started || person.blocked === blocked) return
  runtime.people.put({ ...person, blocked })
  const user = describeBot(runtime)
  const kicked: ChatMember = { user, status: 'kicked', until_date: 0 }
  const member: ChatMember = { user, status: 'member' }
  const update: ChatMemberUpdated = {
    chat: describePrivateChat(person),
    from: describePerson(person),
    date: unixTime(runtime.clock),
    old_chat_member: blocked ? member : kicked,
    new_chat_member: blocked ? kicked : member,
  }
  runtime.updates.emit('my_chat_member', update, `member:${personId}`)
  runtime.events.publish({ type: 'chats' }, personId)
}

/** Both know of each other: https://core.telegram.org/bots/api#chatfullinfo (linked_chat_id) */
export function linkDiscussion(runtime: Runtime, channelId: number, groupId: number): void {
  const channel = findChat(runtime, channelId)
  const group = findChat(runtime, groupId)
  if (channel.type !== 'channel' || group.type !== 'supergroup')
    throw new WorldError('a channel is discussed in a supergroup')
  runtime.chats.put({ ...channel, linkedChatId: groupId })
  runtime.chats.put({ ...group, linkedChatId: channelId })
}

/** A group becomes a supergroup with a new id; both get a service message: https://core.telegram.org/bots/api#message */
export function migrateToSupergroup(runtime: Runtime, chatId: number): number {
  const group = findChat(runtime, chatId)
  if (group.type !== 'group' || group.migratedTo !== undefined)
    throw new WorldError('only a basic group can migrate')
  const members = runtime.chats.members(chatId)
  const owner = members.find((member) => member.status === 'creator') ?? members.find(isInside)
  if (!owner) throw new WorldError('the group has no members')
  const supergroup: ChatRecord = {
    id: newChatId(runtime, 'supergroup'),
    type: 'supergroup',
    title: group.title,
  }
  runtime.chats.put(supergroup)
  for (const member of members) {
    if (member.userId !== runtime.bot.id) runtime.chats.putMember({ ...member, chatId: supergroup.id })
  }
  tell(runtime, group, owner.userId, { migrate_to_chat_id: supergroup.id })
  // the bot joins the new chat and never leaves the old one: https://github.com/tdlib/telegram-bot-api/issues/266
  const bot = members.find((member) => member.userId === runtime.bot.id)
  if (bot) setMember(runtime, supergroup, { ...bot, actorId: owner.userId })
  tell(runtime, supergroup, owner.userId, { migrate_from_chat_id: chatId })
  runtime.chats.put({ ...group, migratedTo: supergroup.id })
  runtime.events.publish({ type: 'chats' })
  return supergroup.id
}

function tell(runtime: Runtime, record: ChatRecord, actorId: number, content: Partial<Message>): void {
  const chat = describeChatRecord(record)
  const message = {
    message_id: nextMessageId(runtime, chat),
    from: describeUser(runtime, actorId),
    chat,
    date: unixTime(runtime.clock),
    ...content,
  } as Message
  deliverMessage(runtime, message, actorId)
}
