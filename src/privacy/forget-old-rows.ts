import type { Db } from '../db/database.ts'

/**
 * Deletes what is older than this instant beside submissions: looks, posted messages that owe no edit, digests for private
 * chats, drafts, conversations, queries and marks of updates; rights that ended; and people of whom nothing is left. Lines of the
 * ledger and of what became of a chat stay without who did them. A right in force stays: somebody gave it, it is nothing that
 * a resident said. An administrator stays reachable. May be repeated.
 */
export async function forgetOldRows(
  db: Db,
  { before, administratorIds }: { before: Date; administratorIds: readonly number[] },
): Promise<Record<'looks' | 'posted' | 'drafts' | 'people', number>> {
  const old = { lt: before }
  const looks = await db.identityLook.deleteMany({ where: { at: old } })
  const posted = await db.postedMessage.deleteMany({ where: { postedAt: old, editOwed: false } })
  const drafts = await db.draft.deleteMany({ where: { updatedAt: old } })
  await db.pendingProxy.deleteMany({ where: { createdAt: old } })
  await db.privateDigest.deleteMany({ where: { createdAt: old } })
  await db.conversationState.deleteMany({ where: { updatedAt: old } })
  await db.feedbackQuery.deleteMany({ where: { updatedAt: old } })
  await db.processedUpdate.deleteMany({ where: { processedAt: old } })
  await db.answerPrompt.deleteMany({ where: { createdAt: old } })
  await db.caseEvent.updateMany({
    where: { at: old, actorTelegramId: { not: null } },
    data: { actorTelegramId: null },
  })
  await db.committeeChatEvent.updateMany({
    where: { at: old, actorTelegramId: { not: null } },
    data: { actorTelegramId: null },
  })
  await db.accessGrant.deleteMany({ where: { OR: [{ endedAt: old }, { until: old }] } })
  await db.recording.updateMany({ where: { recordedAt: old }, data: { recordedByTelegramId: null } })
  const people = await db.person.deleteMany({
    where: {
      createdAt: old,
      OR: [{ consentedAt: null }, { consentedAt: old }],
      telegramId: { notIn: administratorIds.map(BigInt) },
      submissions: { none: {} },
      endorsements: { none: {} },
      pendingProxies: { none: {} },
      filed: { none: {} },
      draft: { is: null },
      followedVillages: { none: { digestWanted: true } },
    },
  })
  return { looks: looks.count, posted: posted.count, drafts: drafts.count, people: people.count }
}
