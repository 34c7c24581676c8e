import { REVIEW } from '../../cards/draft-state.ts'
import type { Db } from '../../db/database.ts'
import type { Clock } from '../../lib/clock.ts'
import { lockDraft } from '../load-draft.ts'
import { lockPending } from './find-pending.ts'

/**
 * Takes a card that waits for consent up again, on its review screen. Its code is void from then on: nobody agrees to what
 * may be changed. Refuses where another card is half-filled.
 */
export async function reopenProxy(
  { tx, clock }: { tx: Db; clock: Clock },
  input: { filerId: string; id: string },
): Promise<{ ok: true } | { ok: false; code: 'unknown' | 'half_filled' }> {
  const { filerId, id } = input
  const pending = await lockPending(tx, { id, filerId }, clock.now())
  if (!pending) return { ok: false, code: 'unknown' }
  const draft = await lockDraft(tx, filerId)
  if (draft && Object.keys(draft.state.answers).length > 0) return { ok: false, code: 'half_filled' }
  const { card, villageCode, forWhom } = pending
  const now = clock.now()
  await tx.draft.deleteMany({ where: { personId: filerId } })
  await tx.pendingProxy.delete({ where: { id } })
  await tx.draft.create({
    data: {
      id,
      personId: filerId,
      villageCode,
      topic: card.topic,
      cardVersion: card.version,
      state: { ...pending.state, at: REVIEW, editing: false },
      filedFor: forWhom,
      createdAt: now,
      updatedAt: now,
    },
  })
  return { ok: true }
}
