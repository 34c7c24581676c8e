import { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { redactPosted } from '../deliveries/posted/redact-posted.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import { ofPrivateChat } from './conversation-rows.ts'

/** What was given up with it. */
export interface Withdrawn {
  /** half-filled, or waiting for whom they are filled in for */
  drafts: number
  /** submissions that lost the name they were signed with */
  names: number
  /** messages in other people's chats that showed the name: for jobs to edit */
  postedIds: string[]
}

/**
 * Somebody takes their consent back, in the caller's transaction: nothing more is taken of them and nothing is sent to them
 * until they agree anew (people/remember-person.ts). The half-filled card and those that wait for somebody's agreement go, and so does their name from what they
 * signed and from where it was shown; what they said stays, without it. Null where nothing is kept or nobody agreed. May be
 * repeated.
 */
export async function withdrawConsent(
  { tx, clock, texts }: { tx: Db; clock: Clock; texts: Texts },
  telegramId: number,
): Promise<Withdrawn | null> {
  // holds off a card that is being submitted at this moment
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM person
    WHERE telegram_id = ${BigInt(telegramId)} AND consented_at IS NOT NULL FOR UPDATE`
  if (!person) return null
  const personId = person.id
  await tx.person.update({
    where: { id: personId },
    data: {
      consentedAt: null,
      consentVersion: null,
      consentWithdrawnAt: clock.now(),
      guardianConsentedAt: null,
      guardianConsentVersion: null,
      speakingVillageCode: null,
    },
  })
  await tx.followedVillage.updateMany({ where: { personId }, data: { digestWanted: false } })
  const drafts = await tx.draft.deleteMany({ where: { personId } })
  // what they filled in for others and was not agreed to yet goes, too, and so do names in what they filed
  const pending = await tx.pendingProxy.deleteMany({ where: { filerId: personId } })
  await tx.filedFor.updateMany({ where: { submission: { personId } }, data: { name: null } })
  await tx.$executeRaw(Prisma.sql`DELETE FROM conversation_state WHERE ${ofPrivateChat(telegramId)}`)
  const unsigned = await tx.submission.updateManyAndReturn({
    where: { personId, signedName: { not: null } },
    data: { signedName: null },
    select: { id: true },
  })
  const submissionIds = unsigned.map((each) => each.id)
  const postedIds = await redactPosted({ tx, texts }, { submissionIds, what: 'names' })
  return { drafts: drafts.count + pending.count, names: unsigned.length, postedIds }
}
