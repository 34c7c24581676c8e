import type { Db } from '../db/database.ts'

/**
 * An answer that grew is a new line of the ledger: the photos of the line before it, and those that are still to come,
 * belong to that one now. In the caller's transaction.
 */
export async function moveAnswerPhotos(
  tx: Db,
  { caseId, toEventId }: { caseId: string; toEventId: bigint },
): Promise<void> {
  const before = await tx.caseEvent.findFirst({
    where: { caseId, kind: 'answered', id: { lt: toEventId } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (!before) return
  const data = { answerEventId: toEventId }
  await tx.attachment.updateMany({ where: { answerEventId: before.id }, data })
  await tx.answerPrompt.updateMany({ where: { answerEventId: before.id }, data })
}
