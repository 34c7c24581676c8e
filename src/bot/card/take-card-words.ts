import type { CardEvent } from '../../cards/card-event.ts'
import { isEarly, questionFor } from '../../cards/words-question.ts'
import type { Draft } from '../../feedback/load-draft.ts'
import { parseReceipt } from '../../feedback/receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { readMessage } from '../read-said.ts'
import type { Shown } from '../screen.ts'
import { takeIntoCard } from './take-into-card.ts'

/**
 * Takes a message into the open card: words for the question that they are for (cards/words-question.ts); a typed label
 * ("不满意") where there are buttons. Anything else gets a hint above the same question. Null where no card is open.
 */
export async function takeCardWords(deps: BotDeps, ctx: BotContext): Promise<(() => Shown) | null> {
  const { draft } = ctx.visit
  if (!draft) return null
  // it opens its case, and the card waits
  if (parseReceipt(ctx.message?.text ?? '')?.valid) return null
  const taken = await takeIntoCard(deps, ctx, draft, (current) => toEvent(deps, ctx, current))
  if (taken.kind === 'over' || taken.kind === 'unread') return null
  if (taken.kind === 'refused') {
    // when it comes again after a crash it may meet another question
    await ctx.once(async () => {})
    const hint = hintFor(ctx, taken.draft, taken.code)
    return async () => ({ screen: 'card', draft: taken.draft, hint })
  }
  const isMore =
    taken.kind === 'moved' && taken.event.type === 'say' && taken.event.question !== taken.from.state.at
  const hint = isMore ? ctx.t('card-joined') : undefined
  return async () => ({ screen: 'card', draft: taken.draft, hint })
}

function toEvent(deps: BotDeps, ctx: BotContext, draft: Draft): CardEvent | null {
  const said = readMessage(ctx)
  const question = draft.card.questions.find((each) => each.id === draft.state.at)
  if (!said || !ctx.message) return null
  const { message_id: messageId, date } = ctx.message
  const { state, card } = draft
  const typed = !said.part && !isEarly(state, { messageId, date }) && typedOption(deps, ctx, draft, said.text)
  if (typed) return typed
  const belongs = questionFor(card, state, { messageId, date, ...said })
  const meant = belongs ?? (question?.kind === 'words' ? question : null)
  return meant && { type: 'say', question: meant.id, messageId, date, ...said }
}

/** The label or the pictogram of a choice that is on the screen. */
function typedOption(deps: BotDeps, ctx: BotContext, draft: Draft, text: string | null): CardEvent | null {
  const question = draft.card.questions.find((each) => each.id === draft.state.at)
  if (!question || question.kind === 'words') return null
  const typed = text?.normalize('NFKC').trim().toLowerCase()
  const option = question.options.find(
    ({ id, icon }) =>
      typed === icon || typed === deps.texts.t(ctx.locale, `${question.labels}-${id}`).toLowerCase(),
  )
  if (!option) return null
  return { type: question.kind === 'choice' ? 'choose' : 'tick', question: question.id, value: option.id }
}

/** What does not fit into a card any more is said, not lost in silence. */
const FULL = {
  too_many_photos: 'card-too-many-photos',
  too_many_voices: 'card-too-many-voices',
  too_many_places: 'card-too-many-places',
  too_long: 'card-too-long',
} as const

/** Why something was not taken into a card because it holds too much already. */
export function fullHint(ctx: BotContext, refusal: string): string | undefined {
  const key = FULL[refusal as keyof typeof FULL]
  return key && ctx.t(key)
}

function hintFor(ctx: BotContext, draft: Draft, refusal: string): string | undefined {
  const full = fullHint(ctx, refusal)
  if (full) return full
  if (refusal !== 'not_taken' && refusal !== 'not_understood') return undefined
  const question = draft.card.questions.find((each) => each.id === draft.state.at)
  if (question?.kind === 'words')
    return ctx.t(question.takes.includes('photo') ? 'card-takes-words-and-media' : 'card-takes-words')
  return ctx.t('card-press-a-button')
}
