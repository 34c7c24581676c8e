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

/**
 * Filed within 24 hours, those that wait included. Each is filled in and read back to somebody: a volunteer who goes from
 * door to door for ten hours, with six minutes for each, files 100.
 */
export const MOST_FILED_A_DAY = 200

export type ParkResult =
  | { ok: true; id: string }
  | { ok: false; code: 'no_draft' | 'stale' | 'too_many' | 'too_many_today' }

/**
 * A card that is filled in for somebody else now waits for that person's consent, and its draft is free for another. It
 * keeps its id, so it is parked once. Refuses a card that is not on its review screen or not for somebody else, and one too
 * many: it stays as it is.
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
  const pending = await tx.pendingProxy.count({ where: waiting })
  if (pending >= MOST_PENDING) return { ok: false, code: 'too_many' }
  const since = new Date(createdAt.getTime() - DAY_MS)
  const filed = await tx.filedFor.count({ where: { filerId, consentedAt: { gt: since } } })
  if (pending + filed >= MOST_FILED_A_DAY) return { ok: false, code: 'too_many_today' }
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
