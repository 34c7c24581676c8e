import type { Chat, Message, User } from 'grammy/types'
import { describeChatRecord, describePrivateChat } from '../chats/describe-chat.ts'
import { describePerson } from '../chats/describe-user.ts'
import { hasRight, isAdministrator, isInside } from '../chats/membership.ts'
import { CHANNEL_BOT, GROUP_ANONYMOUS_BOT } from '../chats/telegram-users.ts'
import { nextMessageId } from '../messages/next-message-id.ts'
import { withoutReply } from '../messages/without-reply.ts'
import type { PersonRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { contentsOf, textContent } from './contents-of.ts'
import { deliverEdit, deliverMessage } from './deliver-message.ts'
import { forwardToDiscussion } from './forward-to-discussion.ts'
import type { Outgoing } from './outgoing.ts'
import { WorldError } from './world-error.ts'

export interface SayOptions {
  replyTo?: number
  /** speaks for a chat: for the group itself as its anonymous administrator, or for a channel of their own */
  asChat?: number
  /** the words come by way of another bot, by its username */
  viaBot?: string
}

type Sender = { from: User } | { sender_chat: Chat; author_signature?: string; from?: User }

/** Somebody writes; the messages come back as the chat keeps them. */
export function say(
  runtime: Runtime,
  personId: number,
  chatId: number,
  outgoing: Outgoing,
  { replyTo, asChat, viaBot }: SayOptions = {},
): Message[] {
  const { chat, sender: named } = enter(runtime, personId, chatId)
  const sender = asChat === undefined ? named : speaksFor(runtime, personId, chatId, asChat)
  const via_bot = { id: 1, is_bot: true, first_name: viaBot ?? '', username: viaBot }
  const target = replyTo === undefined ? undefined : runtime.messages.get(chatId, replyTo)
  if (replyTo !== undefined && !target) throw new WorldError(`there is no message ${replyTo} to reply to`)
  const reply = target ? { reply_to_message: withoutReply(target.message) } : {}
  return contentsOf(runtime, outgoing).map((content) => {
    const message = {
      message_id: nextMessageId(runtime, chat),
      ...sender,
      chat,
      date: unixTime(runtime.clock),
      ...reply,
      ...(viaBot === undefined ? {} : { via_bot }),
      ...content,
    } as Message
    runtime.people.markRead(personId, chatId, message.message_id)
    deliverMessage(runtime, message, personId)
    forwardToDiscussion(runtime, message)
    return message
  })
}

/** Somebody changes the words of their own message. */
export function editOwn(
  runtime: Runtime,
  personId: number,
  chatId: number,
  messageId: number,
  text: string,
): Message {
  enter(runtime, personId, chatId)
  const stored = runtime.messages.get(chatId, messageId)
  if (!stored) throw new WorldError(`there is no message ${messageId}`)
  if (stored.authorId !== personId) throw new WorldError('only the author may change a message')
  const { entities: _e, caption_entities: _c, ...rest } = stored.message
  const content = textContent(text)
  const words =
    stored.message.text !== undefined
      ? content
      : { caption: content.text, ...(content.entities ? { caption_entities: content.entities } : {}) }
  const message = { ...rest, ...words, edit_date: unixTime(runtime.clock) } as Message
  return deliverEdit(runtime, message, stored.authorId)
}

/** May this person write here, and as whom. The first words to the bot begin the private chat. */
function enter(runtime: Runtime, personId: number, chatId: number): { chat: Chat; sender: Sender } {
  const person = runtime.people.get(personId)
  if (!person) throw new WorldError(`nobody has the id ${personId}`)
  if (personId === chatId)
    return { chat: enterPrivate(runtime, person), sender: { from: describePerson(person) } }

  const record = runtime.chats.get(chatId)
  const member = runtime.chats.member(chatId, personId)
  if (!record || !isInside(member)) throw new WorldError(`${person.firstName} is not in the chat ${chatId}`)
  if (record.migratedTo !== undefined) throw new WorldError(`the group has become ${record.migratedTo}`)
  const chat = describeChatRecord(record)
  if (record.type !== 'channel') return { chat, sender: { from: describePerson(person) } }
  if (!hasRight(member, 'can_post_messages')) throw new WorldError('only administrators post in a channel')
  return { chat, sender: { sender_chat: chat } }
}

/** https://core.telegram.org/bots/api#message (sender_chat): `from` is then a bot of Telegram's own */
function speaksFor(runtime: Runtime, personId: number, chatId: number, asChat: number): Sender {
  const record = runtime.chats.get(asChat)
  const member = runtime.chats.member(asChat, personId)
  if (!record || runtime.chats.get(chatId)?.type === 'channel')
    throw new WorldError(`nobody speaks for the chat ${asChat} there`)
  if (asChat === chatId) {
    if (!isAdministrator(member)) throw new WorldError('only administrators are anonymous')
    return { from: GROUP_ANONYMOUS_BOT, sender_chat: describeChatRecord(record) }
  }
  if (record.type !== 'channel' || member?.status !== 'creator')
    throw new WorldError('one speaks as a channel of one’s own')
  return { from: CHANNEL_BOT, sender_chat: describeChatRecord(record) }
}

function enterPrivate(runtime: Runtime, person: PersonRecord): Chat {
  if (person.blocked) throw new WorldError(`${person.firstName} has blocked the bot`)
  if (!person.started) runtime.people.put({ ...person, started: true })
  return describePrivateChat(person)
}
