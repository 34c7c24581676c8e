import type { Prisma } from '../../../prisma/client/client.ts'
import type { Db } from '../../db/database.ts'

const filed = {
  relationship: true,
  name: true,
  submission: {
    select: { receipt: true, topic: true, aspects: true, case: { select: { status: true, verdict: true } } },
  },
} satisfies Prisma.FiledForSelect

/** What became of a card that somebody filed for another: only how it stands, since it is that person's. */
export type Filed = Prisma.FiledForGetPayload<{ select: typeof filed }>

/** The newest of them are listed; the total counts all. */
const LISTED = 5

/** What somebody filed for others who then agreed in their own chat, newest first. Their words and answers are not in it. */
export async function listFiled(db: Db, filerId: string): Promise<{ items: Filed[]; total: number }> {
  const where = { filerId, consent: 'code' as const }
  const items = await db.filedFor.findMany({
    where,
    select: filed,
    orderBy: [{ consentedAt: 'desc' }, { submissionId: 'asc' }],
    take: LISTED,
  })
  return { items, total: items.length < LISTED ? items.length : await db.filedFor.count({ where }) }
}

/** The one of them with that id, or with that receipt; null where this person did not file it. */
export async function findFiled(
  db: Db,
  filerId: string,
  which: { submissionId: string } | { receipt: string },
): Promise<Filed | null> {
  const where = 'receipt' in which ? { submission: which } : which
  return await db.filedFor.findFirst({ where: { ...where, filerId, consent: 'code' }, select: filed })
}
