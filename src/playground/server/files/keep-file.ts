import { randomBytes } from 'node:crypto'
import type { FileKind, FileRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { imageSize } from './image-size.ts'
import { extensionOf, mediaTypeOf } from './media-type.ts'
import { oggDuration } from './ogg-duration.ts'
import type { UploadedFile } from './uploaded-file.ts'

/** Real identifiers begin with their kind, so that a log is read as usual. */
const idPrefix: Record<FileKind, string> = {
  photo: 'AgACAgIAAxkD',
  document: 'BQACAgIAAxkD',
  voice: 'AwACAgIAAxkD',
  sticker: 'CAACAgIAAxkD',
}
const folder: Record<FileKind, string> = {
  photo: 'photos',
  document: 'documents',
  voice: 'voice',
  sticker: 'stickers',
}
const thumbnails = [90, 320, 800]

export interface FileHints {
  width?: number
  height?: number
  /** seconds */
  duration?: number
}

/**
 * Keeps a new file. A photo becomes several sizes, smallest first, as in Message.photo; all have the original's bytes
 * (a known difference), the last one its true size.
 */
export function keepFile(
  runtime: Runtime,
  kind: FileKind,
  file: UploadedFile,
  hints: FileHints = {},
): FileRecord[] {
  const blobId = runtime.files.addBytes(file.bytes)
  const size = imageSize(file.bytes)
  const mimeType =
    kind === 'photo'
      ? (size?.mimeType ?? mediaTypeOf(file.name, file.mimeType))
      : mediaTypeOf(file.name, file.mimeType)
  const extension = kind === 'voice' && mimeType === 'audio/ogg' ? 'oga' : extensionOf(file.name, mimeType)

  const put = (extra: Partial<FileRecord>): FileRecord => {
    const record: FileRecord = {
      fileId: idPrefix[kind] + randomBytes(33).toString('base64url'),
      uniqueId: `AQAD${randomBytes(8).toString('base64url')}`,
      kind,
      blobId,
      size: file.bytes.byteLength,
      mimeType,
      ...(file.name ? { name: file.name } : {}),
      path: `${folder[kind]}/file_${runtime.keyValues.next('file', 0)}.${extension}`,
      ...extra,
    }
    runtime.files.put(record)
    return record
  }

  if (kind === 'photo') {
    const width = hints.width ?? size?.width ?? 800
    const height = hints.height ?? size?.height ?? 600
    const longest = Math.max(width, height)
    const smaller = thumbnails
      .filter((box) => box < longest)
      .map((box) => ({
        width: Math.max(1, Math.round((width * box) / longest)),
        height: Math.max(1, Math.round((height * box) / longest)),
      }))
    return [...smaller, { width, height }].map(put)
  }
  if (kind === 'voice') return [put({ duration: hints.duration ?? oggDuration(file.bytes) })]
  if (kind === 'sticker') return [put({ width: hints.width ?? 512, height: hints.height ?? 512 })]
  return [put({})]
}
