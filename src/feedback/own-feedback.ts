import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

/** What a resident sees of their own submission. */
export const ownFeedback = {
  id: true,
  receipt: true,
  topic: true,
  aspects: true,
  satisfaction: true,
  words: true,
  signedName: true,
  villageCode: true,
  visibility: true,
  personId: true,
  createdAt: true,
  additions: { select: { text: true, createdAt: true }, orderBy: { createdAt: 'asc' as const } },
  filedFor: { select: { relationship: true, name: true, consent: true } },
  _count: { select: { attachments: { where: { answerEventId: null } } } },
  case: {
    select: {
      id: true,
      status: true,
      answer: true,
      verdict: true,
      contentment: true,
      holderCode: true,
      // of the answer that stands
      events: {
        where: { kind: 'answered' },
        orderBy: { id: 'desc' as const },
        take: 1,
        select: { _count: { select: { attachments: true } } },
      },
    },
  },
} satisfies Prisma.SubmissionSelect

export type OwnFeedback = Prisma.SubmissionGetPayload<{ select: typeof ownFeedback }>

export const OWN_PER_PAGE = 5

/** The person's submissions, newest first, a page at a time (from 0), with the total. */
export async function listOwnFeedback(
  db: Db,
  personId: string,
  page: number,
): Promise<{ items: OwnFeedback[]; total: number }> {
  const items = await db.submission.findMany({
    where: { personId },
    select: ownFeedback,
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    skip: page * OWN_PER_PAGE,
    take: OWN_PER_PAGE,
  })
  return { items, total: await db.submission.count({ where: { personId } }) }
}

/** A submission by its receipt (eight characters, no hyphen). The caller decides who may see it. */
export async function findByReceipt(db: Db, receipt: string): Promise<OwnFeedback | null> {
  return await db.submission.findUnique({ where: { receipt }, select: ownFeedback })
}

/** A submission by its id, which is the draft's. */
export async function findSubmission(db: Db, id: string): Promise<OwnFeedback | null> {
  return await db.submission.findUnique({ where: { id }, select: ownFeedback })
}
