import { encodePress } from '../../presses/callback-data.ts'
import { toReplyMarkup } from '../../sinks/telegram/to-reply-markup.ts'
import type { BotContext } from '../context.ts'
import { removeMessage } from '../show-message.ts'
import { forgetFirst, noteFirst, recallFirst } from './first-words.ts'

/** Right after somebody agreed: what they said before, in reply to it, to be taken as it is. False where they said nothing. */
export async function offerFirstWords(ctx: BotContext): Promise<boolean> {
  const { messageIds = [] } = recallFirst(ctx)
  const [messageId] = messageIds
  if (messageId === undefined) {
    forgetFirst(ctx)
    return false
  }
  const welcome = ctx.callbackQuery?.message
  await ctx.reply(ctx.t('first-words-offer', { n: messageIds.length }), {
    reply_parameters: { message_id: messageId, allow_sending_without_reply: true },
    reply_markup: toReplyMarkup([
      [{ label: ctx.t('first-words-yes'), data: encodePress({ kind: 'first-words' }) }],
      [{ label: ctx.t('first-words-other'), data: encodePress({ kind: 'menu' }) }],
    ]),
  })
  forgetFirst(ctx)
  noteFirst(ctx, { offered: messageIds })
  if (welcome) await removeMessage(ctx, welcome.message_id)
  return true
}
