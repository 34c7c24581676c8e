import { keepQuickWords } from '../../feedback/keep-quick-words.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readSaid } from '../read-said.ts'
import type { Shown } from '../screen.ts'

/** "Take what I said": the message that ours replies to becomes the card's words, and only the topic is asked. */
export async function pressFirstWords(deps: BotDeps, ctx: BotContext): Shown {
  const { person } = ctx
  const pressed = ctx.callbackQuery?.message
  const before = pressed && 'reply_to_message' in pressed ? pressed.reply_to_message : undefined
  const said = before && readSaid(before)
  const villageCode = person && spokenForVillage(person)
  if (!person || !villageCode || !hasConsent(person) || !before || !said) return { screen: 'menu' }
  const { message_id: messageId, date } = before
  await ctx.once((tx) =>
    keepQuickWords({ ...deps, tx }, { personId: person.id, villageCode, messageId, date, ...said }),
  )
  return { screen: 'card' }
}
