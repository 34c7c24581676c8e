import type { Message, PlaygroundState } from '../contract.ts'
import type { Texts } from './texts.ts'

/** A message in one line, for the list of chats, quotes and the screen reader. */
export function previewMessage(message: Message, texts: Texts): string {
  const words = (message.text ?? message.caption)?.replace(/\s+/g, ' ').trim()
  const kind = previewKind(message, texts)
  if (kind && words) return `${kind} · ${words}`
  return kind ?? words ?? describeService(message, texts) ?? texts.unsupported
}

/** Whether it has words that its author can change: a text or a caption. */
export function hasWords({ text, caption }: Message): boolean {
  return (text ?? caption) !== undefined
}

function previewKind(message: Message, texts: Texts): string | undefined {
  if (message.photo) return `🖼 ${texts.photo}`
  if (message.voice) return `🎤 ${texts.voice}`
  if (message.sticker) return `${message.sticker.emoji ?? ''} ${texts.sticker}`.trim()
  if (message.location) return `📍 ${message.venue?.title ?? texts.location}`
  if (message.contact) return `👤 ${message.contact.first_name}`
  if (message.video) return `🎬 ${texts.video}`
  if (message.audio) return `🎵 ${message.audio.title ?? texts.audio}`
  if (message.document) return `📄 ${message.document.file_name ?? texts.file}`
  return undefined
}

/** What a service message says, undefined if it is an ordinary one. */
export function describeService(message: Message, texts: Texts): string | undefined {
  if (message.new_chat_members) return texts.joined(message.new_chat_members.map(fullName).join('、'))
  if (message.left_chat_member) return texts.left(fullName(message.left_chat_member))
  if (message.group_chat_created || message.supergroup_chat_created) return texts.groupCreated
  if (message.channel_chat_created) return texts.channelCreated
  if (message.new_chat_title) return texts.renamed(message.new_chat_title)
  if (message.pinned_message) {
    const pinned = message.pinned_message
    return texts.pinned('date' in pinned && pinned.date > 0 ? previewMessage(pinned as Message, texts) : '…')
  }
  return undefined
}

/** Who a message is from, as its reader calls them. */
export function senderName(message: Message, state: PlaygroundState, texts: Texts): string {
  if (message.from?.id === state.me.id) return texts.you
  if (message.sender_chat?.title) return message.sender_chat.title
  if (message.from) return fullName(message.from)
  return message.chat.title ?? ''
}

function fullName(user: { first_name: string; last_name?: string }): string {
  return joinName(user.first_name, user.last_name)
}

/** Chinese names run together and put the family name first. */
export function joinName(firstName: string, lastName: string | undefined): string {
  if (!lastName) return firstName
  return /\p{Script=Han}/u.test(firstName + lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`
}
