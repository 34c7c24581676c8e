import type { GrantRow } from '../access/grants.ts'
import type { Statement, Statements } from '../db/statements.ts'
import type { Person } from '../people/find-person.ts'
import { type Draft, readDraft } from './load-draft.ts'

/** Who comes with an update and how things stand with them, as one read gives it. */
export interface Visit {
  /** this update's effect is in the database already */
  done: boolean
  /** null: nothing is kept of them */
  person: Person | null
  /** their half-filled card */
  draft: VersionedDraft | null
  /** their rights that run, see access/grants.ts */
  grants: readonly GrantRow[]
  /** what is noted of the chat (db/chat-notes.ts), by its key */
  notes: Readonly<Record<string, unknown>>
}

/** `version`: changes with every change of the row, whoever makes it; see feedback/move-draft.ts. */
export type VersionedDraft = Draft & { version: string }

type Row = Omit<Person, 'id' | 'telegramId'> & {
  done: boolean
  notes: Record<string, unknown> | null
  grants: GrantRow[] | null
  /** null: nothing is kept of them, and the person's other columns are null, too */
  id: string | null
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
      p.id::text AS id, p.locale, p.home_village_code AS "homeVillageCode", p.consented_at AS "consentedAt",
      p.consent_version AS "consentVersion", p.consent_withdrawn_at AS "consentWithdrawnAt",
      p.guardian_consented_at AS "guardianConsentedAt", p.guardian_consent_version AS "guardianConsentVersion",
      p.muted_at AS "mutedAt", p.blocked_at AS "blockedAt", p.created_at AS "createdAt",
      p.speaking_village_code AS "speakingVillageCode",
      d.id::text AS "draftId", d.village_code AS "draftVillageCode", d.topic, d.state, d.filed_for AS "filedFor",
      d.message_id AS "messageId", d.updated_at AS "updatedAt", d.xmin::text AS version
    FROM (SELECT) AS one LEFT JOIN person p ON p.telegram_id = $2 LEFT JOIN draft d ON d.person_id = p.id`,
}

/** One statement. `telegramId` null: the update has no sender. */
export async function readVisit(
  statements: Statements,
  input: { updateId: number; telegramId: number | null; noteKeys: readonly string[]; now: Date },
): Promise<Visit> {
  const { updateId, telegramId, noteKeys, now } = input
  const [row] = await statements.run<Row>(readVisitStatement, [updateId, telegramId, noteKeys, now])
  if (!row) throw new Error('one row is always there')
  const { done, notes, grants } = row
  return {
    done,
    notes: notes ?? {},
    grants: grants ?? [],
    person: personOf(row, telegramId),
    draft: draftOf(row),
  }
}

function personOf(row: Row, telegramId: number | null): Person | null {
  if (row.id === null || telegramId === null) return null
  return {
    id: row.id,
    telegramId: BigInt(telegramId),
    locale: row.locale,
    homeVillageCode: row.homeVillageCode,
    speakingVillageCode: row.speakingVillageCode,
    consentedAt: row.consentedAt,
    consentVersion: row.consentVersion,
    consentWithdrawnAt: row.consentWithdrawnAt,
    guardianConsentedAt: row.guardianConsentedAt,
    guardianConsentVersion: row.guardianConsentVersion,
    mutedAt: row.mutedAt,
    blockedAt: row.blockedAt,
    createdAt: row.createdAt,
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
