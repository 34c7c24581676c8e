import type { Person } from './find-person.ts'

/** Raised whenever what a guardian agrees to changes; those who agreed to an earlier one are asked again. */
export const GUARDIAN_CONSENT_VERSION = 1

/** Whether the person has said, with a card about a child, that they are its guardian and agree. */
export function hasGuardianConsent(person: Pick<Person, 'guardianConsentVersion'>): boolean {
  return person.guardianConsentVersion === GUARDIAN_CONSENT_VERSION
}
