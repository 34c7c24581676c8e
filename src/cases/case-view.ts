import type { Prisma } from '../../prisma/client/client.ts'
import { ownWords } from '../attachments/list-attachments.ts'

/** What everything that shows a case reads; never the person. */
export const caseView = {
  id: true,
  number: true,
  status: true,
  holderCode: true,
  answer: true,
  createdAt: true,
  answeredAt: true,
  submission: {
    select: {
      id: true,
      topic: true,
      aspects: true,
      satisfaction: true,
      words: true,
      wish: true,
      urgency: true,
      visibility: true,
      answers: true,
      signedName: true,
      receipt: true,
      villageCode: true,
      // the newest first
      additions: { select: { text: true }, orderBy: { createdAt: 'desc' as const }, take: 3 },
      filedFor: { select: { relationship: true } },
      attachments: { where: ownWords, select: { kind: true } },
      _count: { select: { attachments: { where: ownWords }, endorsements: true } },
    },
  },
} satisfies Prisma.CaseSelect

export type CaseView = Prisma.CaseGetPayload<{ select: typeof caseView }>
