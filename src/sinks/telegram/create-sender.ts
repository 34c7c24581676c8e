import { type Api, GrammyError, InputFile } from 'grammy'
import type { SendableMessage } from '../../lib/outgoing-message.ts'
import { classifyError } from './classify-error.ts'
import type { Pace, Priority } from './pace/pace.ts'
import type { SendOutcome } from './send-outcome.ts'
import type { Photo, Sender } from './sender.ts'
import { toReplyMarkup } from './to-reply-markup.ts'

/**
 * Sends on the bot's own account, at a pace that Telegram allows. One call is at most one message: nothing is ever
 * repeated here, since Telegram has no way to tell a repetition. Only bugs throw.
 */
export function createSender(deps: {
  api: Api
  pace: Pace
  priority?: Priority
  before?: () => Promise<boolean>
}): Sender {
  const { api, pace, priority = 'job', before = async () => true } = deps
  const attempt = async (chatId: number, send: () => Promise<SendOutcome>): Promise<SendOutcome> => {
    if (!(await before())) return { kind: 'later', retryAfterSeconds: 1 }
    try {
      return await send()
    } catch (error) {
      const retryAfter = error instanceof GrammyError ? error.parameters.retry_after : undefined
      if (retryAfter !== undefined) await pace.tooMany(chatId, retryAfter * 1000)
      return classifyError(error)
    }
  }
  const inTurn = async (
    chatId: number,
    send: () => Promise<SendOutcome>,
    messages = 1,
  ): Promise<SendOutcome> => {
    // groups and channels have negative ids
    const turn = await pace.take({ chatId, isGroup: chatId < 0, priority, messages })
    if (!turn.ok) return { kind: 'later', retryAfterSeconds: turn.retryAfterSeconds }
    return await attempt(chatId, send)
  }
  return {
    with: (options) => createSender({ ...deps, ...options }),

    sendMessage: (chatId, message) =>
      inTurn(chatId, async () => {
        const sent = await api.sendMessage(chatId, message.text, textOptions(message))
        return { kind: 'sent', messageId: sent.message_id }
      }),

    sendPhoto: (chatId, photo, caption) =>
      inTurn(chatId, async () => {
        const sent = await api.sendPhoto(chatId, toInputFile(photo), {
          ...(caption && { caption: caption.text, caption_entities: caption.entities }),
          reply_markup: toReplyMarkup(caption?.buttons),
        })
        return { kind: 'sent', messageId: sent.message_id, photoFileId: sent.photo.at(-1)?.file_id }
      }),

    sendAlbum: (chatId, photos, { text, entities }) =>
      inTurn(
        chatId,
        async () => {
          const media = photos.map((photo, at) => ({
            type: 'photo' as const,
            media: toInputFile(photo),
            ...(at === 0 && { caption: text, caption_entities: entities }),
          }))
          const [first] = await api.sendMediaGroup(chatId, media)
          return first ? { kind: 'sent', messageId: first.message_id } : { kind: 'unknown' }
        },
        photos.length,
      ),

    editMessage: (chatId, messageId, message) =>
      inTurn(chatId, async () => {
        try {
          await api.editMessageText(chatId, messageId, message.text, textOptions(message))
        } catch (error) {
          // it already says what it shall say
          if (!(error instanceof GrammyError && /message is not modified/i.test(error.description)))
            throw error
        }
        return { kind: 'sent', messageId }
      }),

    // no message, so it needs no turn
    deleteMessage: (chatId, messageId) =>
      attempt(chatId, async () => {
        await api.deleteMessage(chatId, messageId)
        return { kind: 'sent', messageId }
      }),
  }
}

function textOptions(message: SendableMessage) {
  return {
    entities: message.entities,
    reply_markup: toReplyMarkup(message.buttons),
    link_preview_options: { is_disabled: true },
  }
}

function toInputFile(photo: Photo): InputFile | string {
  return 'fileId' in photo ? photo.fileId : new InputFile(photo.bytes, photo.fileName)
}
