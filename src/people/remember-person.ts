import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { Person } from './find-person.ts'

/** Raised whenever what the person agrees to changes; those who agreed to an earlier one are asked again. */
export const CONSENT_VERSION = 1

type Kept = { locale?: string; blocked?: boolean; muted?: boolean }

/**
 * Keeps something of a person: a language, that they blocked the bot; their village and consent, see keep-home.ts. Nothing is kept of
 * somebody who only looks, so this is called where they chose something. May be repeated.
 */
export async function rememberPerson(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  telegramId: number,
  kept: Kept,
): Promise<Person> {
  const now = clock.now()
  const data = {
    ...(kept.locale === undefined ? {} : { locale: kept.locale }),
    ...(kept.muted === undefined ? {} : { mutedAt: kept.muted ? now : null }),
    ...(kept.blocked === undefined ? {} : { blockedAt: kept.blocked ? now : null }),
  }
  return await tx.person.upsert({
    where: { telegramId: BigInt(telegramId) },
    update: data,
    create: { id: random.uuid(), telegramId: BigInt(telegramId), createdAt: now, ...data },
  })
}

/** Whether the person agreed to what is asked today. */
export function hasConsent(person: Person | null): boolean {
  return person?.consentVersion === CONSENT_VERSION
}
