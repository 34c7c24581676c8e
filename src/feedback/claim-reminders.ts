import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'

const HOUR_MS = 3600 * 1000
const AFTER_MS = 24 * HOUR_MS
/** Who did not come back for a month will not for a message, either. */
const NOT_AFTER_MS = 30 * AFTER_MS
/** By the clocks of the region: nobody is woken up. */
const FROM_HOUR = 8
const TO_HOUR = 21
const AT_ONCE = 500

export interface Reminder {
  draftId: string
  telegramId: number
}

/**
 * Half-filled cards that have waited for a day, each once in its life, and only between 8 and 21 o'clock. Claims them: a
 * second call gives others, so what is sent then is sent at most once. People who blocked the bot or want quiet are left
 * out.
 */
export async function claimReminders({
  db,
  clock,
  timeZone,
}: {
  db: Db
  clock: Clock
  timeZone: string
}): Promise<Reminder[]> {
  const now = clock.now()
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone, hour: 'numeric', hourCycle: 'h23' }).format(now),
  )
  if (hour < FROM_HOUR || hour >= TO_HOUR) return []
  const rows = await db.$queryRaw<{ draftId: string; telegramId: bigint }[]>`
    UPDATE draft SET reminded_at = ${now}
    FROM person
    WHERE person.id = draft.person_id AND draft.id IN (
      SELECT d.id FROM draft d JOIN person p ON p.id = d.person_id
      WHERE d.reminded_at IS NULL AND p.blocked_at IS NULL AND p.muted_at IS NULL
        AND p.consent_withdrawn_at IS NULL
        AND d.updated_at <= ${new Date(now.getTime() - AFTER_MS)}
        AND d.updated_at > ${new Date(now.getTime() - NOT_AFTER_MS)}
      ORDER BY d.updated_at LIMIT ${AT_ONCE} FOR UPDATE OF d SKIP LOCKED)
    RETURNING draft.id::text AS "draftId", person.telegram_id AS "telegramId"`
  return rows.map(({ draftId, telegramId }) => ({ draftId, telegramId: Number(telegramId) }))
}
