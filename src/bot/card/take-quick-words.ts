import { courtesyOf } from '../../cards/courtesy-of.ts'
import { TOPIC } from '../../cards/draft-state.ts'
import { questionFor } from '../../cards/words-question.ts'
import { keepQuickWords } from '../../feedback/keep-quick-words.ts'
import { parseProxyCode } from '../../feedback/proxy/proxy-code.ts'
import { parseReceipt } from '../../feedback/receipt.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readMessage } from '../read-said.ts'
import type { Shown } from '../screen.ts'
import { fullHint } from './take-card-words.ts'

/** Shorter than this it is a greeting or a slip, not a matter. */
const LEAST_LETTERS = 4

/** Whether this person's draft waits for the topic of what they said. */
export function awaitsTopic(ctx: BotContext): boolean {
  return ctx.visit.draft?.state.at === TOPIC
}

/**
 * The quick way: somebody whose village and consent are known just writes or speaks. Their words are kept at once and only
 * the topic is asked. Null where that is not so, or where it is a receipt, or too short to be a matter.
 */
export async function takeQuickWords(deps: BotDeps, ctx: BotContext): Promise<(() => Shown) | null> {
  const { person, message } = ctx
  const villageCode = person && spokenForVillage(person)
  const said = readMessage(ctx)
  if (!person || !villageCode || !hasConsent(person) || !message || !said) return null
  const { text, part } = said
  const { message_id: messageId, date } = message
  const { draft } = ctx.visit
  const isRest = draft && questionFor(draft.card, draft.state, { messageId, date, ...said }) !== null
  // alone it is no matter; behind one it says where
  if (part?.kind === 'location' && !draft) return null
  if (!part && text !== null && parseReceipt(text)?.valid) return null
  if (!isRest && text !== null && (parseReceipt(text) || parseProxyCode(text))) return null
  if (!draft && !part && courtesyOf(deps.texts, text ?? '')) return null
  if (!isRest && !part && [...(text ?? '').replace(/\s/g, '')].length < LEAST_LETTERS) return null

  const kept = await ctx.once((tx) =>
    keepQuickWords({ ...deps, tx }, { personId: person.id, villageCode, messageId, date, text, part }),
  )
  if (kept.done === 'now' && !kept.value.ok) return null
  const leftOut = kept.done === 'now' && kept.value.ok ? kept.value.leftOut : null
  const hint = leftOut ? fullHint(ctx, leftOut) : undefined
  return async () => ({ screen: 'card', hint })
}
