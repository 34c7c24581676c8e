import { REVIEW } from '../../cards/draft-state.ts'
import type { Db } from '../../db/database.ts'
import type { Clock } from '../../lib/clock.ts'
import type { Random } from '../../lib/random.ts'
import { lockDraft } from '../load-draft.ts'
import { createProxyCode } from './proxy-code.ts'

const DAY_MS = 24 * 3600 * 1000
/** What somebody has not agreed to is not kept for longer. */
export const WAITS_DAYS = 7
/** More than anybody has in hand at once; it keeps the list short. */
export const MOST_PENDING = 10

export type ParkResult = { ok: true; id: string } | { ok: false; code: 'no_draft' | 'stale' | 'too_many' }

/**
 * A card that is filled in for somebody else now waits for that person's consent, and its draft is free for another. It
 * keeps its id, so it is parked once. Refuses a card that is not on its review screen or not for somebody else.
 */
export async function parkProxy(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; draftTag: string },
): Promise<ParkResult> {
  const filerId = input.personId
  const draft = await lockDraft(tx, filerId)
  if (!draft) return { ok: false, code: 'no_draft' }
  const { id, card, state, villageCode, filedFor } = draft
  if (!id.startsWith(input.draftTag) || state.at !== REVIEW || !filedFor) return { ok: false, code: 'stale' }
  const createdAt = clock.now()
  const waiting = { filerId, ended: null, expiresAt: { gt: createdAt } }
  if ((await tx.pendingProxy.count({ where: waiting })) >= MOST_PENDING)
    return { ok: false, code: 'too_many' }
  await tx.pendingProxy.create({
    data: {
      id,
      filerId,
      villageCode,
      topic: card.topic,
      cardVersion: card.version,
      state,
      ...filedFor,
      code: createProxyCode(random),
      createdAt,
      expiresAt: new Date(createdAt.getTime() + WAITS_DAYS * DAY_MS),
    },
  })
  await tx.draft.delete({ where: { id } })
  await tx.person.update({ where: { id: filerId }, data: { speakingVillageCode: null } })
  return { ok: true, id }
}
