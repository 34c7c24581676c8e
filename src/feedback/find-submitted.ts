import type { Db } from '../db/database.ts'

/** The submission of this person that a card became, by the beginning of the draft's id that its buttons bear. */
export async function findSubmitted(db: Db, personId: string, draftTag: string): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM submission WHERE person_id = ${personId}::uuid AND id::text LIKE ${`${draftTag}%`}`
  return found?.id ?? null
}
