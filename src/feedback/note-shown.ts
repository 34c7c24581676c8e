import type { DraftState } from '../cards/draft-state.ts'
import type { Db } from '../db/database.ts'

/**
 * Notes in which message a draft is shown, and, the first time that its open question is, since when: what was said before
 * is for the question before (cards/words-question.ts). `date` is Telegram's, in
 * Unix seconds; 0: not known. Changes nothing else, also where the card moved on meanwhile.
 */
export async function noteShown(
  db: Db,
  draft: { id: string; state: DraftState },
  { messageId, date }: { messageId: number; date: number },
): Promise<void> {
  const { at } = draft.state
  const shown = JSON.stringify({ at, messageId, date })
  await db.$executeRaw`
    UPDATE draft SET message_id = ${messageId}, state = CASE
      WHEN state->>'at' = ${at} AND state->'shown'->>'at' IS DISTINCT FROM ${at}
      THEN jsonb_set(state, '{shown}', ${shown}::jsonb) ELSE state END
    WHERE id = ${draft.id}::uuid`
}
