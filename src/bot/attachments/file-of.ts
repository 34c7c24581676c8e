import { GrammyError, InputFile } from 'grammy'
import type { ShownAttachment } from '../../attachments/list-attachments.ts'
import type { AttachmentStore } from '../../attachments/store.ts'

/** Our own copies, by the attachment's id. */
export type Loaded = ReadonlyMap<string, Uint8Array>

const ENDINGS: Record<string, string> = { 'image/jpeg': 'jpg', 'audio/ogg': 'ogg', 'audio/webm': 'webm' }

/** What is handed to Telegram: our own copy where it was loaded, else Telegram's name for it; null where there is neither. */
export function fileOf(attachment: ShownAttachment, copies: Loaded): InputFile | string | null {
  const copy = copies.get(attachment.id)
  return copy ? new InputFile(copy, nameOf(attachment)) : attachment.fileId
}

/** 7K3FM92Q.jpg: tells which submission it belongs to */
function nameOf({ submission, mediaType }: ShownAttachment): string {
  return `${submission.receipt}.${ENDINGS[mediaType ?? ''] ?? 'bin'}`
}

/** Reads our own copies of these; what was never stored is left out. */
export async function loadCopies(
  store: AttachmentStore,
  attachments: readonly ShownAttachment[],
): Promise<Loaded> {
  const copies = new Map<string, Uint8Array>()
  for (const { id, storageKey } of attachments) {
    const bytes = storageKey === null ? null : await store.get(storageKey)
    if (bytes) copies.set(id, bytes)
  }
  return copies
}

/**
 * Sends by Telegram's own names for the files; where it does not know them any more, our copies. False where there are
 * none, or it refuses those, too.
 */
export async function withCopies(
  sendByName: () => Promise<void>,
  load: () => Promise<Loaded>,
  sendCopies: (copies: Loaded) => Promise<void>,
): Promise<boolean> {
  try {
    await sendByName()
    return true
  } catch (error) {
    if (!isUnknownFile(error)) throw error
  }
  const copies = await load()
  if (copies.size === 0) return false
  try {
    await sendCopies(copies)
    return true
  } catch (error) {
    if (!isUnknownFile(error)) throw error
    return false
  }
}

/** https://core.telegram.org/bots/api#sending-files; Telegram gives no other codes than its words */
function isUnknownFile(error: unknown): boolean {
  return (
    error instanceof GrammyError &&
    error.error_code === 400 &&
    /file|media|photo|voice|document/i.test(error.description)
  )
}
