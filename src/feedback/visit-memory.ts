import type { Person } from '../people/find-person.ts'
import type { VersionedDraft } from './read-visit.ts'

/** A card that goes on, as its last move left it. */
export interface Remembered {
  person: Person
  /** the person's row's xmin */
  personVersion: string
  draft: VersionedDraft
}

/**
 * The half-filled cards that this process moved last, so that a press that goes on with one needs no read: moveDraft
 * writes only where all is still as it is remembered, and else it is read. So it may be wrong at any time and does no harm.
 * Nothing else may be shown or decided by it.
 */
export interface VisitMemory {
  find(telegramId: number): Remembered | null
  /** null: forgets it */
  keep(telegramId: number, remembered: Remembered | null): void
}

/** The cards of so many people are held; a card is a few kilobytes. */
const MOST_HELD = 2_000

export function createVisitMemory(): VisitMemory {
  const held = new Map<number, Remembered>()
  return {
    find: (telegramId) => held.get(telegramId) ?? null,
    keep: (telegramId, remembered) => {
      held.delete(telegramId)
      if (remembered === null) return
      held.set(telegramId, remembered)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
    },
  }
}
