import { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { dropDeliveries } from '../deliveries/outbox.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import { ofPrivateChat } from './conversation-rows.ts'
import { type ErasedSubmissions, eraseSubmissions } from './erase-submissions.ts'

/** How many rows went or lost what told of the person. */
export interface Erased extends ErasedSubmissions {
  people: number
  /** cards that were not submitted: half-filled, or waiting for the consent of whom they are filed for */
  drafts: number
  savedQueries: number
  conversations: number
  answerPrompts: number
  /** of what others said: each stays as one of a number, of nobody */
  endorsements: number
  /** of the person and of all that was theirs: for the job queues to forget what they hold of these */
  ids: string[]
}

/**
 * Erases all that is kept of a Telegram user, in the caller's transaction: it must be inside one, so that all of it
 * happens or nothing. Of their submissions the topic, aspects, satisfaction, village and day stay, as counts that belong
 * to nobody. What they did for a committee stays without who did it, a chat that they linked forgets who that was, and
 * the rights that they were given go with them. What was posted elsewhere is taken out of what is kept of it, and left to
 * jobs. May be repeated: where nothing is found all counts are zero.
 */
export async function erasePerson(
  { tx, clock, texts, timeZone }: { tx: Db; clock: Clock; texts: Texts; timeZone: string },
  telegramId: number,
): Promise<Erased> {
  const id = BigInt(telegramId)
  // holds off a card that is being submitted at this moment: it then finds nobody to belong to
  const [person] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM person WHERE telegram_id = ${id} FOR UPDATE`
  const submissionIds = person ? await holdSubmissions(tx, person.id) : []
  const ids = person ? await idsOf(tx, person.id) : []
  const drafts = person ? await tx.draft.deleteMany({ where: { personId: person.id } }) : NONE
  const waiting = person ? await tx.pendingProxy.deleteMany({ where: { filerId: person.id } }) : NONE
  const cards = await eraseSubmissions({ tx, clock, texts, timeZone }, submissionIds)
  const endorsements = person ? await forgetEndorser({ tx, timeZone }, person.id) : 0
  // their own chat is theirs and stays as it is
  await tx.postedMessage.deleteMany({ where: { chatId: id } })
  await dropDeliveries(tx, { submissionIds, chatId: telegramId })

  const prompts = await tx.answerPrompt.deleteMany({
    where: { OR: [{ askedTelegramId: id }, { chatId: id }] },
  })
  const queries = await tx.feedbackQuery.deleteMany({ where: { telegramId: id } })
  const conversations = await tx.$executeRaw(
    Prisma.sql`DELETE FROM conversation_state WHERE ${ofPrivateChat(telegramId)}`,
  )
  await tx.caseEvent.updateMany({ where: { actorTelegramId: id }, data: { actorTelegramId: null } })
  await tx.identityLook.updateMany({ where: { viewerId: id }, data: { viewerId: null } })
  await tx.committeeChat.updateMany({ where: { linkedByTelegramId: id }, data: { linkedByTelegramId: null } })
  await tx.committeeChatEvent.updateMany({
    where: { actorTelegramId: id },
    data: { actorTelegramId: null },
  })
  // a right that nobody holds any more; what was given to others stays theirs
  await tx.accessGrant.deleteMany({ where: { holderTelegramId: id } })
  await tx.accessGrant.updateMany({
    where: { grantedByTelegramId: id },
    data: { grantedByTelegramId: null },
  })
  await tx.recording.updateMany({
    where: { recordedByTelegramId: id },
    data: { recordedByTelegramId: null },
  })
  const people = await tx.person.deleteMany({ where: { telegramId: id } })
  return {
    people: people.count,
    drafts: drafts.count + waiting.count,
    ...cards,
    savedQueries: queries.count,
    conversations,
    answerPrompts: prompts.count,
    endorsements,
    ids,
  }
}

const NONE = { count: 0 }

/** Before anything of them is changed: whoever does something to one of their cases comes before all of it or after. */
async function holdSubmissions(tx: Db, personId: string): Promise<string[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM submission WHERE person_id = ${personId}::uuid ORDER BY id FOR UPDATE`
  return held.map(({ id }) => id)
}

/** What jobs are about: cases, attachments, endorsements and digests for the private chat. */
async function idsOf(tx: Db, personId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id::text AS id FROM ledger_case c JOIN submission s ON s.id = c.submission_id
      WHERE s.person_id = ${personId}::uuid
    UNION ALL SELECT a.id::text FROM attachment a JOIN submission s ON s.id = a.submission_id
      WHERE s.person_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM endorsement WHERE person_id = ${personId}::uuid
    UNION ALL SELECT id::text FROM private_digest WHERE person_id = ${personId}::uuid
    ORDER BY 1`
  return rows.map((row) => row.id)
}

/** Without the person and the hour, which could be laid beside what else happened at that moment. */
async function forgetEndorser(
  { tx, timeZone }: { tx: Db; timeZone: string },
  personId: string,
): Promise<number> {
  return await tx.$executeRaw`
    UPDATE endorsement SET person_id = NULL, created_at = date_trunc('day', created_at, ${timeZone}::text)
    WHERE person_id = ${personId}::uuid`
}
