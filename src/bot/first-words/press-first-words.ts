import { GrammyError } from 'grammy'
import type { Message } from 'grammy/types'
import { keepQuickWords } from '../../feedback/keep-quick-words.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readSaid } from '../read-said.ts'
import type { Shown } from '../screen.ts'
import { removeMessage } from '../show-message.ts'
import { forgetFirst, recallFirst } from './first-words.ts'

/** "Take what I said": the messages that were noted become the card's words, and only the topic is asked. */
export async function pressFirstWords(deps: BotDeps, ctx: BotContext): Shown {
  const { person } = ctx
  const villageCode = person && spokenForVillage(person)
  if (!person || !villageCode || !hasConsent(person)) return { screen: 'menu' }
  const messages = await readNoted(ctx)
  await ctx.once(async (tx) => {
    for (const message of messages) {
      const said = readSaid(message)
      const { message_id: messageId, date } = message
      if (said)
        await keepQuickWords({ ...deps, tx }, { personId: person.id, villageCode, messageId, date, ...said })
    }
  })
  forgetFirst(ctx)
  return { screen: 'card' }
}

/**
 * What stands in the noted messages. The one that ours replies to comes with the press; the others Telegram only tells
 * where they are forwarded, which is taken out of the chat at once. One that the person deleted is left out.
 */
async function readNoted(ctx: BotContext): Promise<Message[]> {
  const pressed = ctx.callbackQuery?.message
  const before = pressed && 'reply_to_message' in pressed ? pressed.reply_to_message : undefined
  const { offered = [] } = recallFirst(ctx)
  const messages: Message[] = before ? [before as Message] : []
  for (const messageId of offered) {
    if (messageId === before?.message_id || !ctx.chat) continue
    try {
      const copy = await ctx.api.forwardMessage(ctx.chat.id, ctx.chat.id, messageId, {
        disable_notification: true,
      })
      await removeMessage(ctx, copy.message_id)
      messages.push({ ...copy, message_id: messageId, date: copy.forward_origin?.date ?? copy.date })
    } catch (error) {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    }
  }
  return messages
}
