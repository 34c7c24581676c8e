import type { GrantRow } from '../access/grants.ts'
import type { Statement, Statements } from '../db/statements.ts'
import type { Person } from '../people/find-person.ts'
import { type PersonRow, personColumns, toPerson } from '../people/person-columns.ts'
import { type Draft, readDraft } from './load-draft.ts'
import type { Unread } from './unread.ts'

/** Who comes with an update and how things stand with them, as one read gives it. */
export interface Visit {
  /** this update's effect is in the database already */
  done: boolean
  /** the pressed message says something of residents (deliveries/posted/) */
  pressedSaysMore: boolean
  /** null: nothing is kept of them */
  person: Person | null
  /** changes with every change of the person's row; null: there is none */
  personVersion: string | null
  /** their half-filled card */
  draft: VersionedDraft | null
  /** their rights that run, see access/grants.ts */
  grants: readonly GrantRow[]
  /** what is noted of the chat (db/chat-notes.ts), by its key */
  notes: Readonly<Record<string, unknown>>
  /** it was not read but is remembered (visit-memory.ts), and what is written by it depends on this; null: it was read */
  unread: Unread | null
}

/** `version`: changes with every change of the row, whoever makes it; see feedback/move-draft.ts. */
export type VersionedDraft = Draft & { version: string }

type Row = Omit<PersonRow, 'id'> & {
  done: boolean
  pressedSaysMore: boolean
  notes: Record<string, unknown> | null
  grants: GrantRow[] | null
  /** null: nothing is kept of them, and the person's other columns are null, too */
  id: string | null
  personVersion: string | null
  /** null: no card is half-filled, and the draft's other columns are null, too */
  draftId: string | null
  draftVillageCode: string
  topic: string
  state: unknown
  filedFor: unknown
  messageId: number | null
  updatedAt: Date
  version: string
}

const readVisitStatement: Statement = {
  name: 'read-visit',
  text: `
    SELECT EXISTS (SELECT FROM processed_update WHERE update_id = $1) AS done,
      (SELECT jsonb_object_agg(key, state) FROM conversation_state WHERE key = ANY($3)) AS notes,
      (SELECT jsonb_agg(jsonb_build_object('role', role, 'regionCode', region_code) ORDER BY id) FROM access_grant
        WHERE holder_telegram_id = $2 AND ended_at IS NULL AND (until IS NULL OR until > $4)) AS grants,
      EXISTS (SELECT FROM posted_message WHERE chat_id = $5 AND message_id = $6) AS "pressedSaysMore",
      ${personColumns}, p.xmin::text AS "personVersion",
      d.id::text AS "draftId", d.village_code AS "draftVillageCode", d.topic, d.state, d.filed_for AS "filedFor",
      d.message_id AS "messageId", d.updated_at AS "updatedAt", d.xmin::text AS version
    FROM (SELECT) AS one LEFT JOIN person p ON p.telegram_id = $2 LEFT JOIN draft d ON d.person_id = p.id`,
}

/** One statement. `telegramId` null: the update has no sender. `pressed`: the message whose button was pressed. */
export async function readVisit(
  statements: Statements,
  input: {
    updateId: number
    telegramId: number | null
    noteKeys: readonly string[]
    pressed: { chatId: number; messageId: number } | null
    now: Date
  },
): Promise<Visit> {
  const { updateId, telegramId, noteKeys, pressed, now } = input
  const [row] = await statements.run<Row>(readVisitStatement, [
    updateId,
    telegramId,
    noteKeys,
    now,
    pressed?.chatId ?? null,
    pressed?.messageId ?? null,
  ])
  if (!row) throw new Error('one row is always there')
  const { done, pressedSaysMore, notes, grants } = row
  return {
    done,
    pressedSaysMore,
    notes: notes ?? {},
    grants: grants ?? [],
    person: row.id === null ? null : toPerson(row as PersonRow),
    personVersion: row.personVersion,
    draft: draftOf(row),
    unread: null,
  }
}

function draftOf(row: Row): VersionedDraft | null {
  if (row.draftId === null) return null
  const { topic, state, filedFor, messageId, updatedAt, version } = row
  const draft = readDraft({
    id: row.draftId,
    villageCode: row.draftVillageCode,
    topic,
    state,
    filedFor,
    messageId,
    updatedAt,
  })
  return draft && { ...draft, version }
}
