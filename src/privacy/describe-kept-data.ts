import type { Db } from '../db/database.ts'

/** What is kept of a person, in numbers. */
export interface KeptData {
  /** submitted cards */
  cards: number
  /** half-filled cards: none or one */
  drafts: number
  /** cards filled in for somebody else that wait for their consent */
  waiting: number
  /** photos, voice messages and places */
  attachments: number
  /** the villages of the person, followed ones, those of their cards and of the half-filled one, in the order of their codes */
  villageCodes: string[]
  /** chosen, or the one in which they agreed; null: follows the person's client */
  locale: string | null
  consentedAt: Date | null
}

/** What is kept of a Telegram user; null where nothing is. */
export async function describeKeptData(db: Db, telegramId: number): Promise<KeptData | null> {
  const person = await db.person.findUnique({
    where: { telegramId: BigInt(telegramId) },
    include: {
      draft: { select: { villageCode: true } },
      pendingProxies: { select: { villageCode: true } },
      followedVillages: { select: { villageCode: true } },
    },
  })
  if (!person) return null
  const villages = await db.submission.groupBy({
    by: ['villageCode'],
    where: { personId: person.id },
    _count: true,
  })
  const attachments = await db.attachment.count({
    where: { submission: { personId: person.id }, answerEventId: null },
  })
  const codes = [
    person.homeVillageCode,
    person.speakingVillageCode,
    person.draft?.villageCode,
    ...[...villages, ...person.pendingProxies, ...person.followedVillages].map((row) => row.villageCode),
  ]
  return {
    cards: villages.reduce((sum, row) => sum + row._count, 0),
    drafts: person.draft ? 1 : 0,
    waiting: person.pendingProxies.length,
    attachments,
    villageCodes: [...new Set(codes.filter((code) => code != null))].sort(),
    locale: person.locale,
    consentedAt: person.consentedAt,
  }
}
