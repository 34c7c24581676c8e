/**
 * What is noted of a chat between two updates, under the chat's id: what somebody was asked for, where in the chat their
 * first words stand, in which messages a long text came. Never what anybody said, nor who they are. An erasure finds it
 * by the id in front, see privacy/conversation-rows.ts. Read with the update, and written when all is shown.
 */
export interface ChatNotes {
  read(key: string): unknown
  /** null: nothing is noted any more */
  write(key: string, value: object | null): void
  /** what was written and is not what stands in the database */
  changed(): Map<string, object | null>
}

/** The notes of one update. `found`: as the database has them, which may be read again in between. */
export function chatNotes(found: () => Readonly<Record<string, unknown>>): ChatNotes {
  const written = new Map<string, object | null>()
  return {
    read: (key) => (written.has(key) ? (written.get(key) ?? undefined) : found()[key]),
    write: (key, value) => void written.set(key, value),
    changed: () =>
      new Map(
        [...written].filter(
          ([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(found()[key] ?? null),
        ),
      ),
  }
}
