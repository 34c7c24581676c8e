import { isDeepStrictEqual } from 'node:util'
import type { InlineKeyboardMarkup, Message } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { hasRight } from '../chats/membership.ts'
import { type ResolvedChat, resolveChat } from '../chats/resolve-chat.ts'
import { readReplyMarkup } from '../markup/read-reply-markup.ts'
import type { StoredMessage } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { unixTime } from '../unix-time.ts'
import { saveEditedMessage } from './save-message.ts'

const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

export interface EditTarget {
  chat_id?: string | number | undefined
  message_id?: number | undefined
}

/** The message that an edit method names, if the bot may edit it. */
export function findEditable(
  runtime: Runtime,
  target: EditTarget,
): { chat: ResolvedChat; stored: StoredMessage } {
  if (!target.message_id && !target.chat_id) throw badRequest('message identifier is not specified')
  const chat = resolveChat(runtime, target.chat_id, 'edit')
  const stored = runtime.messages.get(chat.chat.id, target.message_id ?? 0)
  if (!stored) throw badRequest('message to edit not found')
  const own = stored.authorId === runtime.bot.id && !isServiceMessage(stored.message)
  const asEditor = chat.record?.type === 'channel' && hasRight(chat.bot, 'can_edit_messages')
  if (!own && !asEditor) throw badRequest("message can't be edited")
  return { chat, stored }
}

export function readNewKeyboard(runtime: Runtime, markup: unknown): InlineKeyboardMarkup | undefined {
  return readReplyMarkup(markup, runtime.settings, true).inline
}

/**
 * Puts the new content and keyboard in place of the old (no keyboard: the old one goes), and refuses an edit that
 * changes nothing. `remove` names the fields of the old content.
 */
export function applyEdit(
  runtime: Runtime,
  stored: StoredMessage,
  content: Partial<Message>,
  keyboard: InlineKeyboardMarkup | undefined,
  remove: (keyof Message)[] = [],
): Message {
  const before = { ...stored.message, edit_date: undefined }
  const after: Record<string, unknown> = { ...stored.message }
  for (const field of [...remove, 'reply_markup']) delete after[field]
  Object.assign(after, content, keyboard ? { reply_markup: keyboard } : {})
  if (isDeepStrictEqual(before, { ...after, edit_date: undefined })) throw badRequest(notModified)
  after.edit_date = unixTime(runtime.clock)
  return saveEditedMessage(runtime, { ...stored, message: after as unknown as Message })
}

function isServiceMessage(message: Message): boolean {
  return ['new_chat_members', 'left_chat_member', 'pinned_message', 'migrate_to_chat_id'].some(
    (field) => field in message,
  )
}
