import type { DraftState } from '../cards/draft-state.ts'
import type { Statement, Statements } from '../db/statements.ts'

const noteShownStatement: Statement = {
  name: 'note-shown',
  text: `
    UPDATE draft SET message_id = $2, state = CASE
      WHEN state->>'at' = $3::text AND state->'shown'->>'at' IS DISTINCT FROM $3::text
      THEN jsonb_set(state, '{shown}', $4::jsonb) ELSE state END
    WHERE id = $1`,
}

/**
 * Notes in which message a draft is shown, and, the first time that its open question is, since when: what was said before
 * is for the question before (cards/words-question.ts). `date` is Telegram's, in
 * Unix seconds; 0: not known. Changes nothing else, also where the card moved on meanwhile.
 */
export async function noteShown(
  statements: Statements,
  draft: { id: string; state: DraftState },
  { messageId, date }: { messageId: number; date: number },
): Promise<void> {
  const { at } = draft.state
  await statements.run(noteShownStatement, [draft.id, messageId, at, JSON.stringify({ at, messageId, date })])
}
