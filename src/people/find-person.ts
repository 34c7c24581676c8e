import type { Person } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

export type { Person }

/** Somebody whom the bot knows; null: nothing is kept of them. */
export async function findPerson(db: Db, telegramId: number): Promise<Person | null> {
  return await db.person.findUnique({ where: { telegramId: BigInt(telegramId) } })
}
