import { badRequest } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { defineMethod } from './define-method.ts'
import { chatId, text } from './parameters.ts'

/** https://core.telegram.org/bots/api#sendchataction */
const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

export const sendChatAction = defineMethod({
  name: 'sendChatAction',
  parameters: { chat_id: chatId(), action: text() },
  run: (runtime, { chat_id, action }) => {
    if (!action || !actions.includes(action)) throw badRequest('wrong parameter action in request')
    const { chat } = resolveChat(runtime, chat_id, 'write')
    runtime.events.publish({ type: 'typing', chatId: chat.id, action }, chat.id)
    return true
  },
})
