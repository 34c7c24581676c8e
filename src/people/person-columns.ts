import type { Person } from './find-person.ts'

/** A person's columns as the statements of db/statements.ts give them; `p` is the table. */
export const personColumns = `
  p.id::text AS id, p.telegram_id::text AS "telegramId", p.locale, p.home_village_code AS "homeVillageCode",
  p.speaking_village_code AS "speakingVillageCode", p.consented_at AS "consentedAt",
  p.consent_version AS "consentVersion", p.consent_withdrawn_at AS "consentWithdrawnAt",
  p.guardian_consented_at AS "guardianConsentedAt", p.guardian_consent_version AS "guardianConsentVersion",
  p.muted_at AS "mutedAt", p.blocked_at AS "blockedAt", p.created_at AS "createdAt"`

export type PersonRow = Omit<Person, 'telegramId'> & { telegramId: string }

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id,
    telegramId: BigInt(row.telegramId),
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
