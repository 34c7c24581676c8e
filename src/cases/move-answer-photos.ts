import type { Db } from '../db/database.ts'

/**
 * An answer that grew is a new line of the ledger: the photos of the line before it, and those that are still to come,
 * belong to that one now. In the caller's transaction.
 */
export async function moveAnswerPhotos(
  tx: Db,
  { fromEventId, toEventId }: { fromEventId: bigint; toEventId: bigint },
): Promise<void> {
  const data = { answerEventId: toEventId }
  await tx.attachment.updateMany({ where: { answerEventId: fromEventId }, data })
  await tx.answerPrompt.updateMany({ where: { answerEventId: fromEventId }, data })
}
