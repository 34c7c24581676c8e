import type { Db } from '../db/database.ts'
import { forgetCard } from './answer-prompts.ts'

/** News that shows a whole case. */
export type CardNews = 'new' | 'reopened'

/**
 * A message in a committee's chat shows that case from now on, or (null) something else: cards follow their case, see
 * jobs/refresh-cards.ts, and an answer to another case leaves it alone. `news`: it was told as such. May be repeated.
 */
export async function noteCard(
  db: Db,
  card: { chatId: number; messageId: number; caseId: string | null; news?: CardNews | null; now: Date },
): Promise<void> {
  const { chatId, messageId, caseId, news = null, now } = card
  await forgetCard(db, { chatId, messageId, shows: caseId })
  const key = { chatId: BigInt(chatId), messageId }
  if (caseId === null) return void (await db.caseCard.deleteMany({ where: key }))
  const data = { caseId, news, shownAt: now }
  await db.caseCard.upsert({
    where: { chatId_messageId: key },
    update: data,
    create: { ...key, ...data },
  })
}
