import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'

/**
 * A group became a supergroup and has another id: its link and its digests go with it. Where the bot already knows the
 * new id, the two are made one; of two digests of one period the one that is further stays. What was posted under the old
 * id can no longer be changed by a bot, so it is not kept in mind. The ledger of links says so where the chat is linked.
 * Returns whether there was anything to move. May be repeated.
 */
export async function migrateChat(
  { tx: db, clock }: { tx: Db; clock: Clock },
  oldChatId: number,
  newChatId: number,
): Promise<boolean> {
  const [oldId, newId] = [BigInt(oldChatId), BigInt(newChatId)]
  const old = await db.committeeChat.findUnique({ where: { chatId: oldId } })
  if (!old || oldId === newId) return false
  await db.postedMessage.deleteMany({ where: { chatId: oldId } })
  await db.caseCard.deleteMany({ where: { chatId: oldId } })
  const known = await db.committeeChat.findUnique({ where: { chatId: newId } })
  const regionAfter = known?.regionCode ?? old.regionCode
  if (regionAfter !== null)
    await db.committeeChatEvent.create({
      data: {
        chatId: newId,
        kind: 'migrated',
        regionBefore: old.regionCode,
        regionAfter,
        formerChatId: oldId,
        at: clock.now(),
      },
    })
  if (!known) {
    // the digests follow by the foreign key
    const data = { chatId: newId, type: 'supergroup' }
    return (await db.committeeChat.updateMany({ where: { chatId: oldId }, data })).count > 0
  }
  if (known.regionCode === null) {
    const { regionCode, linkedByTelegramId, linkedAt } = old
    await db.committeeChat.update({
      where: { chatId: newId },
      data: { regionCode, linkedByTelegramId, linkedAt },
    })
  }
  await joinDigests(db, oldId, newId)
  return (await db.committeeChat.deleteMany({ where: { chatId: oldId } })).count > 0
}

async function joinDigests(db: Db, oldId: bigint, newId: bigint): Promise<void> {
  for (const [from, other] of [
    [newId, oldId],
    [oldId, newId],
  ])
    await db.$executeRaw`
      DELETE FROM digest WHERE chat_id = ${from} AND state = 'pending' AND period_key IN (
        SELECT period_key FROM digest WHERE chat_id = ${other})`
  // both were posted, or nobody knows: what they quote must still be found
  await db.$executeRaw`
    UPDATE digest SET period_key = NULL WHERE chat_id = ${oldId} AND period_key IN (
      SELECT period_key FROM digest WHERE chat_id = ${newId})`
  await db.digest.updateMany({ where: { chatId: oldId }, data: { chatId: newId } })
}
