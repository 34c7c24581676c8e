import type { Statement, Statements } from '../db/statements.ts'
import { type Draft, readDraft } from './load-draft.ts'
import type { VersionedDraft } from './read-visit.ts'

const noteShownStatement: Statement = {
  name: 'note-shown',
  text: `
    UPDATE draft SET message_id = $2, state = CASE
      WHEN state->>'at' = $3::text AND state->'shown'->>'at' IS DISTINCT FROM $3::text
      THEN jsonb_set(state, '{shown}', $4::jsonb) ELSE state END
    WHERE id = $1
    RETURNING state, topic, xmin::text AS version`,
}

type Noted = { state: unknown; topic: string; version: string }

/**
 * Notes in which message a draft is shown, and, the first time that its open question is, since when: what was said before
 * is for the question before (cards/words-question.ts). `counts`: see there. `date` is
 * Telegram's, in Unix seconds; 0: not known. Changes nothing else, also where the card moved on meanwhile. Returns the
 * card as it is now; null: it is over.
 */
export async function noteShown(
  statements: Statements,
  draft: Draft,
  { messageId, date, counts }: { messageId: number; date: number; counts: boolean },
): Promise<VersionedDraft | null> {
  const { at } = draft.state
  const values = [draft.id, messageId, counts ? at : null, JSON.stringify({ at, messageId, date })]
  const [row] = await statements.run<Noted>(noteShownStatement, values)
  const now = row && readDraft({ ...draft, ...row, messageId })
  return row && now ? { ...now, version: row.version } : null
}
