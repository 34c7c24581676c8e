import { GrammyError } from 'grammy'
import type { OutgoingMessage } from '../lib/outgoing-message.ts'
import { toReplyMarkup } from '../telegram/to-reply-markup.ts'
import type { BotContext } from './context.ts'

const noPreview = { is_disabled: true }

/** A new message in the chat of the update; its id. */
export async function sendMessage(ctx: BotContext, message: OutgoingMessage): Promise<number> {
  const sent = await ctx.reply(message.text, {
    entities: message.entities,
    reply_markup: toReplyMarkup(message.buttons),
    link_preview_options: noPreview,
  })
  return sent.message_id
}

/**
 * Shows something in answer to an update: after a press in the place of the message that bore the button, so that the chat
 * does not fill up; else as a new message. The id of the message that shows it now.
 */
export async function showMessage(ctx: BotContext, message: OutgoingMessage): Promise<number> {
  const pressed = ctx.callbackQuery?.message
  if (!pressed) return await sendMessage(ctx, message)
  const shown = await editMessage(ctx, pressed.message_id, message)
  return shown ? pressed.message_id : await sendMessage(ctx, message)
}

/** Puts something in the place of a message of ours. False where that message is gone or cannot be edited. */
export async function editMessage(
  ctx: BotContext,
  messageId: number,
  message: OutgoingMessage,
): Promise<boolean> {
  if (!ctx.chat) return false
  try {
    await ctx.api.editMessageText(ctx.chat.id, messageId, message.text, {
      entities: message.entities,
      reply_markup: toReplyMarkup(message.buttons),
      link_preview_options: noPreview,
    })
    return true
  } catch (error) {
    if (isRefusal(error, 'message is not modified')) return true
    if (isRefusal(error, 'to edit not found', "can't be edited", 'no text in the message')) return false
    throw error
  }
}

/** Takes a message of ours out of the chat; where it is too old for that, its buttons; where it is gone already, nothing. */
export async function removeMessage(ctx: BotContext, messageId: number): Promise<void> {
  if (!ctx.chat) return
  const chatId = ctx.chat.id
  try {
    await ctx.api.deleteMessage(chatId, messageId)
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    if (isRefusal(error, 'to delete not found')) return
    await ctx.api.editMessageReplyMarkup(chatId, messageId).catch(() => {})
  }
}

function isRefusal(error: unknown, ...words: string[]): boolean {
  return error instanceof GrammyError && words.some((each) => error.description.includes(each))
}
