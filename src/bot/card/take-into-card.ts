import type { CardEvent, CardRefusal } from '../../cards/card-event.ts'
import { stepCard } from '../../cards/step-card.ts'
import { moveDraft } from '../../feedback/move-draft.ts'
import type { VersionedDraft } from '../../feedback/read-visit.ts'
import type { BotContext, BotDeps } from '../context.ts'

export type TakenIntoCard =
  /** `from`: the card as it was; `draft`: as it is now */
  | { kind: 'moved'; from: VersionedDraft; draft: VersionedDraft; event: CardEvent }
  | { kind: 'refused'; code: CardRefusal | 'not_understood'; draft: VersionedDraft }
  /** this update did it before and came again */
  | { kind: 'before'; draft: VersionedDraft }
  /** the card was submitted or given up meanwhile */
  | { kind: 'over' }
  /** it was only remembered and is otherwise, or refuses: it is to be read first */
  | { kind: 'unread' }

/**
 * One read (before), one pure step, one write that also marks the update; what is shown then is in hand. Where somebody else
 * changed the card in between, it is read again, and what the update means is asked anew (`meaning`; null: nothing): so
 * two updates at once are one after the other, in any process. Refusals change nothing.
 */
export async function takeIntoCard(
  deps: BotDeps,
  ctx: BotContext,
  found: VersionedDraft,
  meaning: (draft: VersionedDraft) => CardEvent | null,
): Promise<TakenIntoCard> {
  const { unread } = ctx.visit
  for (let from = found; ; ) {
    if (ctx.visit.done) return { kind: 'before', draft: from }
    const event = meaning(from)
    const step = event && stepCard(from.card, from.state, event)
    if (event && step?.ok) {
      const moving = { draft: from, state: step.state, updateId: ctx.update.update_id, unread }
      const draft = await moveDraft(deps, moving)
      if (draft) {
        ctx.marked(draft)
        return { kind: 'moved', from, draft, event }
      }
    }
    if (unread) return { kind: 'unread' }
    if (!step?.ok) return { kind: 'refused', code: step?.code ?? 'not_understood', draft: from }
    await ctx.lookAgain()
    if (ctx.visit.draft?.id !== found.id) return { kind: 'over' }
    from = ctx.visit.draft
  }
}
