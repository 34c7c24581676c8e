import type { OpenFile } from '../sinks/telegram/open-file.ts'
import { checkVoice } from './check-voice.ts'
import { MOST_BYTES } from './most-bytes.ts'
import { takePhoto } from './take-photo.ts'

/** Why a file can never be kept. */
export type FileRefusal = 'gone' | 'too_big' | 'no_picture' | 'no_voice'

export type TakenFile =
  | { ok: true; bytes: Uint8Array; mediaType: string }
  | { ok: false; code: FileRefusal }
  | { ok: false; code: 'later'; retryAfterSeconds: number }

/** A voice message or photo from Telegram as it is kept: checked, photos without what they tell of place and camera. */
export async function takeFile(
  openFile: OpenFile,
  fileId: string,
  kind: 'voice' | 'photo',
): Promise<TakenFile> {
  const file = await openFile(fileId, MOST_BYTES)
  if (!file.ok) return file
  if (kind === 'photo') return await takePhoto(file.bytes)
  const checked = checkVoice(file.bytes)
  return checked.ok ? { ...checked, bytes: file.bytes } : checked
}
