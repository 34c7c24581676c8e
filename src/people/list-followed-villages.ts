import type { Db } from '../db/database.ts'

export interface Followed {
  villageCode: string
  digestWanted: boolean
}

/** The villages that somebody follows, oldest first; their home village is among them only where they chose about its digest. */
export async function listFollowedVillages(db: Db, personId: string): Promise<Followed[]> {
  return await db.followedVillage.findMany({
    where: { personId },
    select: { villageCode: true, digestWanted: true },
    orderBy: [{ createdAt: 'asc' }, { villageCode: 'asc' }],
  })
}
