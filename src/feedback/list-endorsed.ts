import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

const endorsed = {
  createdAt: true,
  submission: {
    select: {
      id: true,
      topic: true,
      aspects: true,
      words: true,
      signedName: true,
      case: { select: { status: true, answer: true, verdict: true } },
      _count: { select: { endorsements: true } },
    },
  },
} satisfies Prisma.EndorsementSelect

/** A suggestion of somebody else that the person stands behind. Words and answer are RAW: see masking/public-words.ts. */
export type Endorsed = Prisma.EndorsementGetPayload<{ select: typeof endorsed }>['submission']

/** The newest of them are listed; the total counts all. */
const LISTED = 5

/** What the person said "me too" to, newest first. */
export async function listEndorsed(db: Db, personId: string): Promise<{ items: Endorsed[]; total: number }> {
  const rows = await db.endorsement.findMany({
    where: { personId },
    select: endorsed,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: LISTED,
  })
  const total = rows.length < LISTED ? rows.length : await db.endorsement.count({ where: { personId } })
  return { items: rows.map((row) => row.submission), total }
}

/** The one of them with that id; null where the person did not endorse it. */
export async function findEndorsed(db: Db, personId: string, submissionId: string): Promise<Endorsed | null> {
  const found = await db.endorsement.findUnique({
    where: { submissionId_personId: { submissionId, personId } },
    select: endorsed,
  })
  return found?.submission ?? null
}
