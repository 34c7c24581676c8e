import type { Person } from './find-person.ts'

/** The village that somebody's next card is about: the one that they chose for once, else their home; null: neither. */
export function spokenForVillage(
  person: Pick<Person, 'speakingVillageCode' | 'homeVillageCode'>,
): string | null {
  return person.speakingVillageCode ?? person.homeVillageCode
}
