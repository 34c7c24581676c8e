import { randomInt } from 'node:crypto'
import type { Message } from 'grammy/types'
import { BotApiError, badRequest } from '../bot-api-error.ts'
import { resolveChat } from '../chats/resolve-chat.ts'
import { mediaOf } from '../files/media-of.ts'
import { takeFile } from '../files/take-file.ts'
import { postBotMessage } from '../messages/post-bot-message.ts'
import { defineMethod } from './define-method.ts'
import { knowsUser } from './knows-user.ts'
import { json, sending } from './parameters.ts'
import { readInputMedia } from './read-input-media.ts'

const { reply_markup: _none, ...withoutMarkup } = sending
/** Telegram's own servers find these out, and say at which item. */
const processing = new Set(['Bad Request: IMAGE_PROCESS_FAILED', 'Bad Request: PHOTO_INVALID_DIMENSIONS'])

/** 2 to 10 of one kind; a single one goes out without an album, as telegram-bot-api does. */
export const sendMediaGroup = defineMethod({
  name: 'sendMediaGroup',
  sends: true,
  parameters: { ...withoutMarkup, media: json('media') },
  run: (runtime, parameters, { attachments }): Message[] => {
    const { media } = parameters
    if (media === undefined) throw badRequest('parameter "media" is required')
    if (!Array.isArray(media)) throw badRequest('expected an Array of InputMedia')
    const items = media.map((item) => readInputMedia(item, attachments, knowsUser(runtime)))
    if (items.length === 0) throw badRequest('there are no messages to send')
    if (items.length > 10) throw badRequest('too many messages to send as an album')
    if (new Set(items.map(({ type }) => type)).size > 1) {
      throw badRequest("document can't be mixed with other media types")
    }
    const chat = resolveChat(runtime, parameters.chat_id, 'write')
    const group = items.length > 1 ? { media_group_id: String(randomInt(10 ** 13, 2 ** 47)) } : {}
    return items
      .map((item, index) => {
        const files = atPosition(index + 1, () =>
          takeFile(runtime, item.type, { value: item.media, attachments }),
        )
        return { ...group, ...mediaOf(files), ...item.caption }
      })
      .map((content) => postBotMessage(runtime, chat, content, parameters))
  },
})

function atPosition<T>(position: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof BotApiError) || !processing.has(error.message)) throw error
    const words = error.message.replace('Bad Request: ', '')
    throw badRequest(`failed to send message #${position} with the error message "${words}"`)
  }
}
