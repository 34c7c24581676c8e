import type { RunsStatements, Statement } from '../db/statements.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { Person } from './find-person.ts'
import { type PersonRow, personColumns, toPerson } from './person-columns.ts'
import { CONSENT_VERSION } from './remember-person.ts'

const keepHomeStatement: Statement = {
  name: 'keep-home',
  text: `
    WITH marked AS (
      INSERT INTO processed_update (update_id, processed_at) VALUES ($1::bigint, $2::timestamptz)
      ON CONFLICT (update_id) DO NOTHING RETURNING update_id
    )
    INSERT INTO person AS p (id, telegram_id, home_village_code, locale, consented_at, consent_version, created_at)
    SELECT $3::uuid, $4::bigint, $5::text, $6::text, CASE WHEN $7::boolean THEN $2::timestamptz END,
      CASE WHEN $7::boolean THEN $8::int END, $2::timestamptz FROM marked
    ON CONFLICT (telegram_id) DO UPDATE SET
      home_village_code = $5::text, speaking_village_code = NULL, blocked_at = NULL,
      locale = coalesce($6::text, p.locale),
      consented_at = CASE WHEN $7::boolean THEN $2::timestamptz ELSE p.consented_at END,
      consent_version = CASE WHEN $7::boolean THEN $8::int ELSE p.consent_version END,
      consent_withdrawn_at = CASE WHEN $7::boolean THEN NULL ELSE p.consent_withdrawn_at END
    RETURNING ${personColumns}, p.xmin::text AS version`,
}

/**
 * Keeps somebody's home village, with `consents` that they just agreed to what is asked today, and marks the update as done,
 * in one statement. From now on they can be written to. `locale` null: it stays as it is. Null where the update was done
 * before; `version` changes with every change of the person's row. Throws where there is no such village.
 */
export async function keepHome(
  { statements, clock, random }: { statements: RunsStatements; clock: Clock; random: Random },
  kept: {
    telegramId: number
    villageCode: string
    locale: string | null
    consents: boolean
    updateId: number
  },
): Promise<{ person: Person; version: string } | null> {
  const { telegramId, villageCode, locale, consents, updateId } = kept
  const values = [updateId, clock.now(), random.uuid(), telegramId, villageCode, locale, consents]
  const [row] = await statements.run<PersonRow & { version: string }>(keepHomeStatement, [
    ...values,
    CONSENT_VERSION,
  ])
  return row ? { person: toPerson(row), version: row.version } : null
}
