import type { Chat, Message, User } from 'grammy/types'
import { describeChatRecord, describePrivateChat } from '../chats/describe-chat.ts'
import { describePerson } from '../chats/describe-user.ts'
import { hasRight, isInside } from '../chats/membership.ts'
import { nextMessageId } from '../messages/next-message-id.ts'
import { withoutReply } from '../messages/without-reply.ts'
import type { PersonRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { contentsOf, textContent } from './contents-of.ts'
import { deliverEdit, deliverMessage } from './deliver-message.ts'
import type { Outgoing } from './outgoing.ts'
import { WorldError } from './world-error.ts'

export interface SayOptions {
  replyTo?: number
}

type Sender = { from: User } | { sender_chat: Chat; author_signature?: string }

/** Somebody writes; the messages come back as the chat keeps them. */
export function say(
  runtime: Runtime,
  personId: number,
  chatId: number,
  outgoing: Outgoing,
  { replyTo }: SayOptions = {},
): Message[] {
  const { chat, sender } = enter(runtime, personId, chatId)
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
      ...content,
    } as Message
    runtime.people.markRead(personId, chatId, message.message_id)
    return deliverMessage(runtime, message, personId)
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

function enterPrivate(runtime: Runtime, person: PersonRecord): Chat {
  if (person.blocked) throw new WorldError(`${person.firstName} has blocked the bot`)
  if (!person.started) runtime.people.put({ ...person, started: true })
  return describePrivateChat(person)
}
