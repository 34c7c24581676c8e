import type { Person } from '../people/find-person.ts'
import type { VersionedDraft } from './read-visit.ts'

/** Somebody's chat as their last update left it. */
export interface Remembered {
  person: Person
  /** the person's row's xmin */
  personVersion: string
  draft: VersionedDraft | null
  /** our last message in the chat, which says nothing of other residents */
  messageId: number
}

/**
 * How this process last left the chats of people who fill in cards, so that what goes on there needs no read: it is written
 * only where all is still as remembered (unread.ts), and else it is read. So it may be wrong at any time and does no harm;
 * nothing may be refused or shown by it alone.
 */
export interface VisitMemory {
  find(telegramId: number): Remembered | null
  /** null: forgets it */
  keep(telegramId: number, remembered: Remembered | null): void
}

/** So many people are held; a card is a few kilobytes. */
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
