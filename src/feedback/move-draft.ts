import type { CardDefinition } from '../cards/card-definition.ts'
import type { DraftState } from '../cards/draft-state.ts'
import type { Statement, Statements } from '../db/statements.ts'
import type { Clock } from '../lib/clock.ts'
import type { VersionedDraft } from './read-visit.ts'
import { isAsRemembered, type Unread, unreadValues } from './unread.ts'

const moveDraftStatement: Statement = {
  name: 'move-draft',
  text: `
    WITH moved AS (
      UPDATE draft SET state = $3, topic = $7, card_version = $4, updated_at = $5
      WHERE id = $1 AND xmin = $2::text::xid
        AND NOT EXISTS (SELECT FROM processed_update WHERE update_id = $6)
        AND ${isAsRemembered('draft.person_id', '$8', '$9')}
      RETURNING xmin::text AS version
    ), marked AS (
      INSERT INTO processed_update (update_id, processed_at) SELECT $6, $5 FROM moved
    )
    SELECT version FROM moved`,
}

/**
 * Gives a half-filled card its next state (and its topic, where that is only known now) and marks the update as done, in one statement: both, or null where the card is
 * no longer as it was read, or the update was done before. Then read again. The version is the row's xmin, PostgreSQL's own
 * number of the transaction that wrote it last, so that nobody can change the row and forget to raise it.
 */
export async function moveDraft(
  { statements, clock }: { statements: Statements; clock: Clock },
  {
    draft,
    card = draft.card,
    state,
    updateId,
    unread = null,
  }: {
    draft: VersionedDraft
    card?: CardDefinition
    state: DraftState
    updateId: number
    unread?: Unread | null
  },
): Promise<VersionedDraft | null> {
  const updatedAt = clock.now()
  const [moved] = await statements.run<{ version: string }>(moveDraftStatement, [
    draft.id,
    draft.version,
    JSON.stringify(state),
    card.version,
    updatedAt,
    updateId,
    card.topic,
    ...unreadValues(unread),
  ])
  return moved ? { ...draft, card, state, updatedAt, version: moved.version } : null
}
