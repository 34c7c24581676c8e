import { GrammyError } from 'grammy'
import type { MaybeInaccessibleMessage } from 'grammy/types'
import type { OutgoingMessage, SendableMessage } from '../lib/outgoing-message.ts'
import { takeMarks } from '../messages/take-marks.ts'
import { toReplyMarkup } from '../sinks/telegram/to-reply-markup.ts'
import type { BotContext } from './context.ts'

const noPreview = { is_disabled: true }

function said({ text, entities, buttons }: SendableMessage) {
  return [text, { entities, reply_markup: toReplyMarkup(buttons), link_preview_options: noPreview }] as const
}

/** A new message in the chat of the update; its id. What it says of residents (messages/quote-marks.ts) is noted. */
export async function sendMessage(ctx: BotContext, marked: OutgoingMessage): Promise<number> {
  const { message, marks } = takeMarks(marked)
  await ctx.posted.look(marks)
  const sent = await ctx.reply(...said(message))
  ctx.shownAt = sent.date
  ctx.plainMessageId = marks.length === 0 ? sent.message_id : undefined
  if (marks.length > 0) await ctx.posted.keep(sent.message_id, message, marks)
  return sent.message_id
}

/**
 * Shows something in answer to an update: after a press in the place of the message that bore the button, so that the chat
 * does not fill up; else as a new message. The id of the message that shows it now.
 */
export async function showMessage(ctx: BotContext, message: OutgoingMessage): Promise<number> {
  const place = placeOf(ctx)
  return place !== null && (await editMessage(ctx, place, message)) ? place : await sendMessage(ctx, message)
}

/** The message in whose place something is shown; null: it comes as a new one. */
export function placeOf(ctx: BotContext): number | null {
  const pressed = ctx.callbackQuery?.message
  // a picture cannot become a text
  return !pressed || ctx.showsBelow || 'photo' in pressed ? null : pressed.message_id
}

/** Shows it, and nothing comes after it; see screen.ts. */
export async function showOnly(ctx: BotContext, message: OutgoingMessage): Promise<null> {
  await showMessage(ctx, message)
  return null
}

/** The same as a new message. */
export async function sendOnly(ctx: BotContext, message: OutgoingMessage): Promise<null> {
  await sendMessage(ctx, message)
  return null
}

/** Puts something in the place of a message of ours. False where that message is gone or cannot be edited. */
export async function editMessage(
  ctx: BotContext,
  messageId: number,
  marked: OutgoingMessage,
): Promise<boolean> {
  if (!ctx.chat) return false
  const { message, marks } = takeMarks(marked)
  await ctx.posted.look(marks)
  try {
    const edited = await ctx.api.editMessageText(ctx.chat.id, messageId, ...said(message))
    if (edited !== true) ctx.shownAt = edited.edit_date
  } catch (error) {
    if (isRefusal(error, 'to edit not found', "can't be edited", 'no text in the message')) return false
    if (!isRefusal(error, 'message is not modified')) throw error
  }
  await ctx.posted.keep(messageId, message, marks)
  ctx.plainMessageId = marks.length === 0 ? messageId : undefined
  return true
}

/** Whether a message of ours is still in the chat. Telegram tells that only of a message that is edited: into what it is. */
export async function isStillThere(ctx: BotContext, message: MaybeInaccessibleMessage): Promise<boolean> {
  if (!ctx.chat || !('text' in message) || message.text === undefined) return false
  try {
    await ctx.api.editMessageText(ctx.chat.id, message.message_id, message.text, {
      entities: message.entities,
      reply_markup: message.reply_markup,
      link_preview_options: noPreview,
    })
    return true
  } catch (error) {
    if (isRefusal(error, 'message is not modified')) return true
    if (isRefusal(error, 'to edit not found', "can't be edited")) return false
    throw error
  }
}

/** Takes the buttons from a message of ours whose place is taken by one further below; where it is gone, nothing. */
export async function closeMessage(ctx: BotContext, messageId: number): Promise<void> {
  if (!ctx.chat) return
  try {
    await ctx.api.editMessageReplyMarkup(ctx.chat.id, messageId)
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code === 429) throw error
  }
}

/**
 * Takes a message of ours out of the chat; where it is too old for that, its buttons; where it is gone already, nothing.
 * `saysMore`: it may say something of residents.
 */
export async function removeMessage(
  ctx: BotContext,
  messageId: number,
  { saysMore = true }: { saysMore?: boolean } = {},
): Promise<void> {
  if (!ctx.chat) return
  const chatId = ctx.chat.id
  try {
    await ctx.api.deleteMessage(chatId, messageId)
    if (saysMore) await ctx.posted.keep(messageId, null, [])
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error
    if (isRefusal(error, 'to delete not found')) return
    await ctx.api.editMessageReplyMarkup(chatId, messageId).catch(() => {})
  }
}

function isRefusal(error: unknown, ...words: string[]): boolean {
  return error instanceof GrammyError && words.some((each) => error.description.includes(each))
}
