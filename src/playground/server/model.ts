import type { ForceReply, Message, ReplyKeyboardMarkup } from 'grammy/types'
import type { PlaygroundPerson } from '../contract.ts'

export interface PersonRecord extends PlaygroundPerson {
  username?: string
  /** has written to the bot, so that the private chat exists */
  started: boolean
  blocked: boolean
}

export interface ChatRecord {
  id: number
  type: 'group' | 'supergroup' | 'channel'
  title: string
  username?: string
  migratedTo?: number
  /** of a channel its discussion group, and the other way round */
  linkedChatId?: number
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'left' | 'kicked'

/** The rights that we look at; a right that is not named is granted to an administrator. */
export interface AdministratorRights {
  can_post_messages?: boolean
  can_edit_messages?: boolean
  can_delete_messages?: boolean
  can_pin_messages?: boolean
  can_invite_users?: boolean
  can_restrict_members?: boolean
  can_change_info?: boolean
}

export interface MemberRecord {
  chatId: number
  userId: number
  status: MemberStatus
  rights?: AdministratorRights
}

export type ReplyKeyboard = ReplyKeyboardMarkup | ForceReply

export interface StoredMessage {
  message: Message
  /** the id of the person or bot who sent it, also where the message itself does not say (channels) */
  authorId: number
}

export type FileKind = 'photo' | 'document' | 'voice' | 'sticker'

export interface FileRecord {
  fileId: string
  uniqueId: string
  kind: FileKind
  blobId: number
  size: number
  mimeType: string
  name?: string
  width?: number
  height?: number
  /** seconds */
  duration?: number
  /** as in /file/bot<token>/<path> */
  path: string
}

export interface QueryRecord {
  id: string
  personId: number
  chatId: number
  messageId: number
  /** Unix time in milliseconds */
  at: number
  answered: boolean
}

export interface WebhookRecord {
  url: string
  secretToken?: string
  maxConnections: number
  ipAddress?: string
  lastErrorDate?: number
  lastErrorMessage?: string
}
