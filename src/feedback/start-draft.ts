import type { ForWhom } from '../cards/filed-for.ts'
import { startCard } from '../cards/step-card.ts'
import { cardOf } from '../cards/topics.ts'
import type { RunsStatements, Statement } from '../db/statements.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { readDraft } from './load-draft.ts'
import type { VersionedDraft } from './read-visit.ts'
import { isAsRemembered, type Unread, unreadValues } from './unread.ts'

const startDraftStatement: Statement = {
  name: 'start-draft',
  text: `
    WITH marked AS (
      INSERT INTO processed_update (update_id, processed_at) SELECT $1::bigint, $2::timestamptz
      WHERE ${isAsRemembered('$4::uuid', '$11', '$12')}
        AND ($11::text IS NULL OR NOT EXISTS (SELECT FROM draft WHERE person_id = $4::uuid))
      ON CONFLICT (update_id) DO NOTHING RETURNING update_id
    )
    INSERT INTO draft (id, person_id, village_code, topic, card_version, state, filed_for, message_id, created_at, updated_at)
    SELECT $3::uuid, $4::uuid, $5::text, $6::text, $7::int, $8::jsonb, $9::jsonb, $10::int, $2::timestamptz,
      $2::timestamptz FROM marked
    ON CONFLICT (person_id) DO UPDATE SET
      id = excluded.id, village_code = excluded.village_code, topic = excluded.topic, filed_for = excluded.filed_for,
      card_version = excluded.card_version, state = excluded.state, message_id = excluded.message_id,
      reminded_at = NULL, created_at = excluded.created_at, updated_at = excluded.updated_at
    RETURNING xmin::text AS version`,
}

/**
 * Opens a card for a person in place of the one that may be half-filled, and marks the update as done, in one statement. The
 * draft's id becomes the submission's, so a card can never be submitted twice. `filedFor`: it is filled in for somebody
 * else. `messageId`: where it is about to be shown. Refuses a topic that is not offered, and an update that was
 * done before or meets something else than was remembered.
 */
export async function startDraft(
  deps: { statements: RunsStatements; clock: Clock; random: Random },
  input: {
    personId: string
    villageCode: string
    topic: string
    filedFor?: ForWhom | null
    messageId?: number | null
    updateId: number
    /** only where there is no card yet, either */
    unread?: Unread | null
  },
): Promise<{ ok: true; draft: VersionedDraft } | { ok: false; code: 'unknown_topic' | 'changed' }> {
  const card = cardOf(input.topic)
  if (!card) return { ok: false, code: 'unknown_topic' }
  const { personId, villageCode, filedFor = null, messageId = null, updateId, unread = null } = input
  const id = deps.random.uuid()
  const updatedAt = deps.clock.now()
  const state = startCard(card)
  const [row] = await deps.statements.run<{ version: string }>(startDraftStatement, [
    updateId,
    updatedAt,
    id,
    personId,
    villageCode,
    card.topic,
    card.version,
    JSON.stringify(state),
    filedFor && JSON.stringify(filedFor),
    messageId,
    ...unreadValues(unread),
  ])
  if (!row) return { ok: false, code: 'changed' }
  const draft = readDraft({ id, villageCode, topic: card.topic, state, filedFor, messageId, updatedAt })
  if (!draft) throw new Error(`the topic ${card.topic} was just there`)
  return { ok: true, draft: { ...draft, version: row.version } }
}
