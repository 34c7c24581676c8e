import { answerCallbackQuery } from './answer-callback-query.ts'
import { getChat, getChatAdministrators, getChatMember, getChatMemberCount, leaveChat } from './chats.ts'
import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts'
import type { Method } from './define-method.ts'
import { deleteMessage, deleteMessages } from './delete-message.ts'
import {
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
} from './edit-message.ts'
import { getFile } from './get-file.ts'
import { getMe } from './get-me.ts'
import { pinChatMessage, unpinAllChatMessages, unpinChatMessage } from './pin-chat-message.ts'
import { getChatMenuButton, profileTexts, setChatMenuButton } from './profile.ts'
import { copyMessage, forwardMessage } from './repeat-message.ts'
import { sendChatAction } from './send-chat-action.ts'
import { sendDocument, sendPhoto, sendVoice } from './send-file.ts'
import { sendMediaGroup } from './send-media-group.ts'
import { sendMessage } from './send-message.ts'
import { sendContact, sendLocation } from './send-place-or-contact.ts'
import { setMessageReaction } from './set-message-reaction.ts'
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts'

const methods: Method[] = [
  getMe,
  getUpdates,
  setWebhook,
  deleteWebhook,
  getWebhookInfo,
  sendMessage,
  sendPhoto,
  sendDocument,
  sendVoice,
  sendMediaGroup,
  sendLocation,
  sendContact,
  copyMessage,
  forwardMessage,
  sendChatAction,
  editMessageText,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  deleteMessage,
  deleteMessages,
  answerCallbackQuery,
  getChat,
  getChatMember,
  getChatAdministrators,
  getChatMemberCount,
  leaveChat,
  setMyCommands,
  getMyCommands,
  deleteMyCommands,
  ...profileTexts,
  setChatMenuButton,
  getChatMenuButton,
  getFile,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
  setMessageReaction,
]

/** By name in small letters: Telegram takes a method's name in any case. */
export const methodTable: ReadonlyMap<string, Method> = new Map(
  methods.map((method) => [method.name.toLowerCase(), method]),
)
