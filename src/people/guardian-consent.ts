import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Person } from './find-person.ts'

/** Raised whenever what a guardian agrees to changes; those who agreed to an earlier one are asked again. */
export const GUARDIAN_CONSENT_VERSION = 1

/** Whether the person has said, with a card about a child, that they are its guardian and agree. */
export function hasGuardianConsent(person: Pick<Person, 'guardianConsentVersion'>): boolean {
  return person.guardianConsentVersion === GUARDIAN_CONSENT_VERSION
}

/** They just did; the first time counts. In the caller's transaction. */
export async function keepGuardianConsent(
  { tx, clock }: { tx: Db; clock: Clock },
  personId: string,
): Promise<void> {
  await tx.person.updateMany({
    where: {
      id: personId,
      OR: [{ guardianConsentVersion: null }, { guardianConsentVersion: { not: GUARDIAN_CONSENT_VERSION } }],
    },
    data: { guardianConsentedAt: clock.now(), guardianConsentVersion: GUARDIAN_CONSENT_VERSION },
  })
}
