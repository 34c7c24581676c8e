import type { Message } from 'grammy/types'
import { type ResolvedChat, resolveChat } from '../chats/resolve-chat.ts'
import { mediaOf } from '../files/media-of.ts'
import { takeFile } from '../files/take-file.ts'
import { postBotMessage, type SendOptions } from '../messages/post-bot-message.ts'
import type { Runtime } from '../runtime.ts'
import { readCaption } from '../text/read-message-text.ts'
import { type Call, defineMethod } from './define-method.ts'
import { knowsUser } from './knows-user.ts'
import { captioned, file, flag, integer, sending } from './parameters.ts'

interface FileParameters extends SendOptions {
  caption?: string | undefined
  caption_entities?: unknown
  parse_mode?: string | undefined
  chat_id?: string | number | undefined
  duration?: number | undefined
}

function sendFile(
  runtime: Runtime,
  kind: 'photo' | 'document' | 'voice',
  value: unknown,
  parameters: FileParameters,
  call: Call,
  extra: Partial<Message> = {},
): Message {
  const caption = readCaption(
    { text: parameters.caption, entities: parameters.caption_entities, parseMode: parameters.parse_mode },
    knowsUser(runtime),
  )
  const chat: ResolvedChat = resolveChat(runtime, parameters.chat_id, 'write')
  const hints = parameters.duration === undefined ? {} : { hints: { duration: parameters.duration } }
  const files = takeFile(runtime, kind, { value, attachments: call.attachments, ...hints })
  return postBotMessage(runtime, chat, { ...mediaOf(files), ...caption, ...extra }, parameters)
}

const above = (parameters: { show_caption_above_media?: boolean | undefined }): Partial<Message> =>
  parameters.show_caption_above_media ? { show_caption_above_media: true } : {}

export const sendPhoto = defineMethod({
  name: 'sendPhoto',
  sends: true,
  parameters: {
    ...sending,
    ...captioned,
    photo: file(),
    has_spoiler: flag(),
    show_caption_above_media: flag(),
  },
  run: (runtime, parameters, call) =>
    sendFile(runtime, 'photo', parameters.photo, parameters, call, {
      ...above(parameters),
      ...(parameters.has_spoiler ? { has_media_spoiler: true } : {}),
    }),
})

export const sendDocument = defineMethod({
  name: 'sendDocument',
  sends: true,
  parameters: { ...sending, ...captioned, document: file(), disable_content_type_detection: flag() },
  run: (runtime, parameters, call) => sendFile(runtime, 'document', parameters.document, parameters, call),
})

export const sendVoice = defineMethod({
  name: 'sendVoice',
  sends: true,
  parameters: { ...sending, ...captioned, voice: file(), duration: integer() },
  run: (runtime, parameters, call) => sendFile(runtime, 'voice', parameters.voice, parameters, call),
})
