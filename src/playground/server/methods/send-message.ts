import { resolveChat } from '../chats/resolve-chat.ts'
import { postBotMessage } from '../messages/post-bot-message.ts'
import { readLinkPreview } from '../messages/read-link-preview.ts'
import { readMessageText } from '../text/read-message-text.ts'
import { defineMethod } from './define-method.ts'
import { knowsUser } from './knows-user.ts'
import { flag, json, sending, text } from './parameters.ts'

export const sendMessage = defineMethod({
  name: 'sendMessage',
  sends: true,
  parameters: {
    ...sending,
    text: text(),
    entities: json('entities'),
    parse_mode: text(),
    link_preview_options: json('link preview options'),
    disable_web_page_preview: flag(),
  },
  run: (runtime, parameters) => {
    const formatted = readMessageText(
      { text: parameters.text, entities: parameters.entities, parseMode: parameters.parse_mode },
      knowsUser(runtime),
    )
    const preview = readLinkPreview(parameters.link_preview_options, parameters.disable_web_page_preview)
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    const entities = formatted.entities.length > 0 ? { entities: formatted.entities } : {}
    return postBotMessage(runtime, chat, { text: formatted.text, ...entities, ...preview }, parameters)
  },
})
