import type { Db } from '../db/database.ts'

/** The code of the region that a channel or group is linked to; null where it is not linked. */
export async function linkedRegionOf(db: Db, chatId: number): Promise<string | null> {
  const chat = await db.committeeChat.findUnique({ where: { chatId: BigInt(chatId) } })
  return chat?.regionCode ?? null
}
