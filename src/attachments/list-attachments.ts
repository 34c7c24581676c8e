import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

const attachmentView = {
  id: true,
  submissionId: true,
  kind: true,
  fileId: true,
  storageKey: true,
  mediaType: true,
  durationSeconds: true,
  latitude: true,
  longitude: true,
  state: true,
  submission: { select: { receipt: true, signedName: true } },
} satisfies Prisma.AttachmentSelect

/** What is needed to show an attachment again. */
export type ShownAttachment = Prisma.AttachmentGetPayload<{ select: typeof attachmentView }>

/** `where` for what the resident says: neither what they were answered with nor somebody's consent. */
export const ownWords = {
  answerEventId: null,
  question: { not: 'consent' },
} satisfies Prisma.AttachmentWhereInput

/**
 * What the resident attached to one submission, in the order in which it was sent; the voice with which somebody agreed
 * that it is filed for them only `withConsent`.
 */
export async function listAttachments(
  db: Db,
  submissionId: string,
  { withConsent }: { withConsent: boolean },
): Promise<ShownAttachment[]> {
  return await db.attachment.findMany({
    where: { submissionId, ...(withConsent ? { answerEventId: null } : ownWords) },
    select: attachmentView,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

/** The photos that came with the answer that stands, in the order in which they were sent. */
export async function listAnswerPhotos(db: Db, caseId: string): Promise<ShownAttachment[]> {
  const answer = await db.caseEvent.findFirst({
    where: { caseId, kind: 'answered' },
    orderBy: { id: 'desc' },
    select: { attachments: { select: attachmentView, orderBy: { position: 'asc' } } },
  })
  return answer?.attachments ?? []
}

/** Everything that a Telegram user ever attached, and the photos that they were answered with, oldest first. */
export async function listOwnAttachments(db: Db, telegramId: number): Promise<ShownAttachment[]> {
  return await db.attachment.findMany({
    where: { submission: { person: { telegramId: BigInt(telegramId) } } },
    select: attachmentView,
    orderBy: [{ submission: { createdAt: 'asc' } }, { submissionId: 'asc' }, { position: 'asc' }],
  })
}
