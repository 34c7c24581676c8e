import type { CardEvent, CardRefusal } from '../cards/card-event.ts'
import { stepCard } from '../cards/step-card.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import { lockDraft } from './load-draft.ts'

export type ApplyAnswerResult = { ok: true } | { ok: false; code: CardRefusal | 'no_draft' }

/**
 * Takes one event into the person's half-filled card. `draftTag` is the beginning of the draft's id that a button
 * carries; an event for another card than the open one is refused as stale. Refusals change nothing.
 */
export async function applyAnswer(
  deps: { tx: Db; clock: Clock },
  input: { personId: string; draftTag: string | null; event: CardEvent },
): Promise<ApplyAnswerResult> {
  const draft = await lockDraft(deps.tx, input.personId)
  if (!draft) return { ok: false, code: 'no_draft' }
  if (input.draftTag !== null && !draft.id.startsWith(input.draftTag)) return { ok: false, code: 'stale' }
  const step = stepCard(draft.card, draft.state, input.event)
  if (!step.ok) return step
  await deps.tx.draft.update({
    where: { id: draft.id },
    data: { state: step.state, cardVersion: draft.card.version, updatedAt: deps.clock.now() },
  })
  return { ok: true }
}
