import type { ForWhom } from '../cards/filed-for.ts'
import { startCard } from '../cards/step-card.ts'
import { cardOf } from '../cards/topics.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'

/**
 * Opens a card for a person in place of the one that may be half-filled. The draft's id becomes the submission's, so a
 * card can never be submitted twice. `filedFor`: it is filled in for somebody else. Refuses a topic that is not offered.
 */
export async function startDraft(
  deps: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; villageCode: string; topic: string; filedFor?: ForWhom | null },
): Promise<{ ok: true; id: string } | { ok: false; code: 'unknown_topic' }> {
  const card = cardOf(input.topic)
  if (!card) return { ok: false, code: 'unknown_topic' }
  const id = deps.random.uuid()
  const now = deps.clock.now()
  await deps.tx.draft.deleteMany({ where: { personId: input.personId } })
  await deps.tx.draft.create({
    data: {
      id,
      personId: input.personId,
      villageCode: input.villageCode,
      topic: card.topic,
      cardVersion: card.version,
      state: startCard(card),
      ...(input.filedFor ? { filedFor: input.filedFor } : {}),
      createdAt: now,
      updatedAt: now,
    },
  })
  return { ok: true, id }
}
