import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import type { FeedbackFilter } from './feedback-filter.ts'

/** Crockford's base32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 8
/** How long the buttons below an old message go on working. */
const KEPT_DAYS = 30

/** Keeps a new query and gives its id, eight base32 characters. The same administrator's queries of long ago go. */
export async function saveQuery(
  { db, clock, random }: { db: Db; clock: Clock; random: Random },
  query: { telegramId: number; filter: FeedbackFilter },
): Promise<string> {
  const telegramId = BigInt(query.telegramId)
  const updatedAt = clock.now()
  const longAgo = new Date(updatedAt.getTime() - KEPT_DAYS * 86_400_000)
  await db.feedbackQuery.deleteMany({ where: { telegramId, updatedAt: { lt: longAgo } } })
  for (;;) {
    const id = Array.from({ length: LENGTH }, () => ALPHABET.charAt(random.below(32))).join('')
    const row = { id, telegramId, filter: query.filter, updatedAt }
    const { count } = await db.feedbackQuery.createMany({ data: [row], skipDuplicates: true })
    if (count === 1) return id
  }
}
