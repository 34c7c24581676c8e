import { keepQuickWords } from '../../feedback/keep-quick-words.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { showCard } from '../card/show-card.ts'
import { readSaid } from '../card/take-card-words.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'

/** "Take what I said": the message that ours replies to becomes the card's words, and only the topic is asked. */
export async function pressFirstWords(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { person } = ctx
  const pressed = ctx.callbackQuery?.message
  const before = pressed && 'reply_to_message' in pressed ? pressed.reply_to_message : undefined
  const said = before && readSaid(before)
  const villageCode = person && spokenForVillage(person)
  if (!person || !villageCode || !hasConsent(person) || !before || !said) return await showMenu(deps, ctx)
  const { message_id: messageId, date } = before
  await ctx.once((tx) =>
    keepQuickWords({ ...deps, tx }, { personId: person.id, villageCode, messageId, date, ...said }),
  )
  if (!(await showCard(deps, ctx))) await showMenu(deps, ctx)
}
