/**
 * What was remembered of somebody and not read (visit-memory.ts): whatever is written by it is written only where their row
 * is as it was, and nothing is noted of their chat.
 */
export interface Unread {
  /** xmin of the person's row */
  personVersion: string
  /** see db/chat-notes.ts */
  noteKeys: readonly string[]
}

/** The condition of that, in SQL, for the person with this id; true where there is nothing unread. */
export function isAsRemembered(personId: string, personVersion: string, noteKeys: string): string {
  return `(${personVersion}::text IS NULL
    OR EXISTS (SELECT FROM person WHERE id = ${personId} AND xmin = ${personVersion}::text::xid)
      AND NOT EXISTS (SELECT FROM conversation_state WHERE key = ANY(${noteKeys}::text[])))`
}

/** Its two values. */
export function unreadValues(unread: Unread | null): [string | null, readonly string[] | null] {
  return [unread?.personVersion ?? null, unread?.noteKeys ?? null]
}
