import { MAX_PHOTOS } from '../cards/draft-state.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Random } from '../lib/random.ts'

/** How attachments that came with an answer name their question. */
const ANSWER = 'answer'

/**
 * Photos that a committee sends with its answer, which is a line of the ledger (`eventId`), in the caller's transaction.
 * They are fetched and kept like those of residents. Gives their ids; those above MAX_PHOTOS an answer are left out.
 */
export async function addAnswerPhotos(
  { tx, random, sendJob }: { tx: Db; random: Random; sendJob: SendJob },
  { submissionId, eventId, fileIds }: { submissionId: string; eventId: bigint; fileIds: readonly string[] },
): Promise<{ photoIds: string[]; leftOut: number }> {
  const there = await tx.attachment.count({ where: { answerEventId: eventId } })
  const taken = fileIds.slice(0, Math.max(0, MAX_PHOTOS - there))
  const last = await tx.attachment.aggregate({
    where: { submissionId, question: ANSWER },
    _max: { position: true },
  })
  const photos = taken.map((fileId, at) => ({
    id: random.uuid(),
    submissionId,
    question: ANSWER,
    position: (last._max.position ?? -1) + 1 + at,
    kind: 'photo' as const,
    fileId,
    answerEventId: eventId,
  }))
  await tx.attachment.createMany({ data: photos })
  for (const { id } of photos) await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId: id } })
  return { photoIds: photos.map(({ id }) => id), leftOut: fileIds.length - taken.length }
}
