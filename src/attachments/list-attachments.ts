import type { Prisma } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'

const attachmentView = {
  id: true,
  kind: true,
  fileId: true,
  storageKey: true,
  mediaType: true,
  durationSeconds: true,
  latitude: true,
  longitude: true,
  submission: { select: { receipt: true } },
} satisfies Prisma.AttachmentSelect

/** What is needed to show an attachment again. */
export type ShownAttachment = Prisma.AttachmentGetPayload<{ select: typeof attachmentView }>

/**
 * The attachments of one submission, in the order in which they were sent; the voice with which somebody agreed that it is
 * filed for them only `withConsent`.
 */
export async function listAttachments(
  db: Db,
  submissionId: string,
  { withConsent }: { withConsent: boolean },
): Promise<ShownAttachment[]> {
  return await db.attachment.findMany({
    where: { submissionId, ...(withConsent ? {} : { question: { not: 'consent' } }) },
    select: attachmentView,
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

/** Everything that a Telegram user ever attached, oldest first. */
export async function listOwnAttachments(db: Db, telegramId: number): Promise<ShownAttachment[]> {
  return await db.attachment.findMany({
    where: { submission: { person: { telegramId: BigInt(telegramId) } } },
    select: attachmentView,
    orderBy: [{ submission: { createdAt: 'asc' } }, { submissionId: 'asc' }, { position: 'asc' }],
  })
}
