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
  /** "me too" to what others said */
  endorsements: number
  /** the villages of the person, followed ones, those of their cards and of the half-filled one, in the order of their codes */
  villageCodes: string[]
  /** villages kept beside the home village, or for their digest */
  followed: { villageCode: string; digestWanted: boolean }[]
  /** digests for the private chat, sent or to be sent */
  digests: number
  /** how often their name was looked at */
  looks: number
  /** questions of /query */
  queries: number
  /** lines in a ledger and looks at names on a committee's side, links of channels and groups, and rights had or given */
  committeeWork: number
  /** chosen, or the one in which they agreed; null: follows the person's client */
  locale: string | null
  consentedAt: Date | null
  consentWithdrawnAt: Date | null
  guardianConsentedAt: Date | null
  muted: boolean
}

/** What is kept of a Telegram user; null where nothing is. */
export async function describeKeptData(db: Db, telegramId: number): Promise<KeptData | null> {
  const id = BigInt(telegramId)
  const person = await db.person.findUnique({
    where: { telegramId: id },
    include: {
      draft: { select: { villageCode: true } },
      pendingProxies: { select: { villageCode: true } },
      followedVillages: { select: { villageCode: true, digestWanted: true }, orderBy: { createdAt: 'asc' } },
      _count: { select: { endorsements: true, privateDigests: true, looks: true } },
    },
  })
  const queries = await db.feedbackQuery.count({ where: { telegramId: id } })
  const committeeWork = await countCommitteeWork(db, id)
  if (!person && queries === 0 && committeeWork === 0) return null
  const villages = person
    ? await db.submission.groupBy({ by: ['villageCode'], where: { personId: person.id }, _count: true })
    : []
  const attachments = person
    ? await db.attachment.count({ where: { submission: { personId: person.id }, answerEventId: null } })
    : 0
  const followed = person?.followedVillages ?? []
  const waiting = person?.pendingProxies ?? []
  const codes = [
    person?.homeVillageCode,
    person?.speakingVillageCode,
    person?.draft?.villageCode,
    ...[...villages, ...waiting, ...followed].map((row) => row.villageCode),
  ]
  return {
    cards: villages.reduce((sum, row) => sum + row._count, 0),
    drafts: person?.draft ? 1 : 0,
    waiting: waiting.length,
    attachments,
    endorsements: person?._count.endorsements ?? 0,
    villageCodes: [...new Set(codes.filter((code) => code != null))].sort(),
    followed,
    digests: person?._count.privateDigests ?? 0,
    looks: person?._count.looks ?? 0,
    queries,
    committeeWork,
    locale: person?.locale ?? null,
    consentedAt: person?.consentedAt ?? null,
    consentWithdrawnAt: person?.consentWithdrawnAt ?? null,
    guardianConsentedAt: person?.guardianConsentedAt ?? null,
    muted: person?.mutedAt != null,
  }
}

async function countCommitteeWork(db: Db, id: bigint): Promise<number> {
  return (
    (await db.caseEvent.count({ where: { actorTelegramId: id } })) +
    (await db.identityLook.count({ where: { viewerId: id } })) +
    (await db.committeeChatEvent.count({ where: { actorTelegramId: id } })) +
    (await db.accessGrant.count({ where: { OR: [{ holderTelegramId: id }, { grantedByTelegramId: id }] } }))
  )
}
