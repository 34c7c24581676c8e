import type { PrismaClient } from '../../prisma/client/client.ts'
import type { OpenFile } from '../sinks/telegram/open-file.ts'
import type { AttachmentStore } from './store.ts'
import { type FileRefusal, takeFile } from './take-file.ts'

export type FetchedAttachment =
  | { kind: 'stored' }
  | { kind: 'refused'; code: FileRefusal }
  /** it was erased, or there is nothing to fetch */
  | { kind: 'nothing' }
  /** Telegram is away */
  | { kind: 'later'; retryAfterSeconds: number }

/**
 * Brings a voice message or photo from Telegram to the store: photos without what they tell of place and camera. What can
 * never be kept is marked as refused; Telegram's own name for it stays. May be repeated, also after an erasure: then
 * nothing is left in the store. An attachment's key there is its id.
 */
export async function fetchAttachment(
  deps: { prisma: PrismaClient; store: AttachmentStore; openFile: OpenFile },
  attachmentId: string,
): Promise<FetchedAttachment> {
  const { prisma, store } = deps
  const found = await prisma.attachment.findUnique({ where: { id: attachmentId } })
  if (!found) {
    await store.delete(attachmentId)
    return { kind: 'nothing' }
  }
  if (found.fileId === null || found.kind === 'location' || found.state !== 'pending')
    return { kind: 'nothing' }

  const taken = await takeFile(deps.openFile, found.fileId, found.kind)
  if (!taken.ok) {
    if (taken.code === 'later') return { kind: 'later', retryAfterSeconds: taken.retryAfterSeconds }
    const data = { state: 'refused' as const, refusal: taken.code }
    await prisma.attachment.updateMany({ where: { id: attachmentId }, data })
    return { kind: 'refused', code: taken.code }
  }
  const { bytes, mediaType } = taken
  await store.put(attachmentId, bytes, mediaType)
  const kept = await prisma.attachment.updateMany({
    where: { id: attachmentId },
    data: { state: 'stored', storageKey: attachmentId, mediaType, bytes: bytes.byteLength },
  })
  if (kept.count === 1) return { kind: 'stored' }
  // erased meanwhile
  await store.delete(attachmentId)
  return { kind: 'nothing' }
}
