import type { Person } from './find-person.ts'

/** The condition that somebody can be sent news that they did not ask for at this moment. */
export const tellable = { blockedAt: null, mutedAt: null, consentWithdrawnAt: null }

/** The same of a person at hand: has not blocked the bot, not asked for quiet and not taken their consent back. */
export function mayTell(person: Pick<Person, keyof typeof tellable>): boolean {
  return person.blockedAt === null && person.mutedAt === null && person.consentWithdrawnAt === null
}
