import type { PrismaClient } from '../../prisma/client/client.ts'
import type { FetchedAttachment } from '../attachments/fetch-attachment.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import { takeFile } from '../attachments/take-file.ts'
import type { OpenFile } from '../sinks/telegram/open-file.ts'

/**
 * Brings a recording from Telegram to the store. What is no voice message, or too big, is marked as refused, and nobody is
 * offered it. May be repeated, also after it was replaced or removed: then nothing is left in the store. Its key is its id.
 */
export async function fetchRecording(
  { prisma, store, openFile }: { prisma: PrismaClient; store: AttachmentStore; openFile: OpenFile },
  recordingId: string,
): Promise<FetchedAttachment> {
  const found = await prisma.recording.findUnique({ where: { id: recordingId } })
  if (!found) {
    await store.delete(recordingId)
    return { kind: 'nothing' }
  }
  if (found.state !== 'pending') return { kind: 'nothing' }
  const taken = await takeFile(openFile, found.fileId, 'voice')
  if (!taken.ok) {
    if (taken.code === 'later') return { kind: 'later', retryAfterSeconds: taken.retryAfterSeconds }
    const data = { state: 'refused' as const, refusal: taken.code }
    await prisma.recording.updateMany({ where: { id: recordingId }, data })
    return { kind: 'refused', code: taken.code }
  }
  const { bytes, mediaType } = taken
  await store.put(recordingId, bytes, mediaType)
  const kept = await prisma.recording.updateMany({
    where: { id: recordingId },
    data: { state: 'stored', mediaType, bytes: bytes.byteLength },
  })
  if (kept.count === 1) return { kind: 'stored' }
  // replaced or removed meanwhile
  await store.delete(recordingId)
  return { kind: 'nothing' }
}
