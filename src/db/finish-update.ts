import type { Clock } from '../lib/clock.ts'
import type { Statement, Statements } from './statements.ts'

const markDone: Statement = {
  name: 'mark-done',
  text: `INSERT INTO processed_update (update_id, processed_at) VALUES ($1, $2) ON CONFLICT (update_id) DO NOTHING`,
}

const markDoneAndNote: Statement = {
  name: 'mark-done-and-note',
  text: `
    WITH marked AS (
      INSERT INTO processed_update (update_id, processed_at) VALUES ($1::bigint, $2::timestamptz) ON CONFLICT (update_id) DO NOTHING
    ), forgotten AS (
      DELETE FROM conversation_state WHERE key = ANY($3::text[])
    )
    INSERT INTO conversation_state (key, state, updated_at)
    SELECT key, value, $2::timestamptz FROM jsonb_each($4::jsonb)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, updated_at = excluded.updated_at`,
}

/**
 * Marks an update as done whose effect did not (one that had none shall have none, either, should it come again when things
 * stand otherwise), and writes what is noted of its chat (null: no longer). One statement, or none where neither is to do.
 */
export async function finishUpdate(
  { statements, clock }: { statements: Statements; clock: Clock },
  input: { updateId: number; isMarked: boolean; notes: ReadonlyMap<string, object | null> },
): Promise<void> {
  const { updateId, isMarked, notes } = input
  const now = clock.now()
  if (notes.size > 0) {
    const forgotten = [...notes].filter(([, value]) => value === null).map(([key]) => key)
    const kept = Object.fromEntries([...notes].filter(([, value]) => value !== null))
    await statements.run(markDoneAndNote, [updateId, now, forgotten, JSON.stringify(kept)])
  } else if (!isMarked) await statements.run(markDone, [updateId, now])
}
