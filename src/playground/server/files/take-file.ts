import { BotApiError, badRequest, notModelled } from '../bot-api-error.ts'
import type { FileKind, FileRecord } from '../model.ts'
import type { Runtime } from '../runtime.ts'
import { imageSize } from './image-size.ts'
import { type FileHints, keepFile } from './keep-file.ts'
import { isUploadedFile, type UploadedFile } from './uploaded-file.ts'

/** https://core.telegram.org/bots/api#sending-files */
const largestUpload = 50 * 1024 * 1024
const largestPhoto = 10 * 1024 * 1024
const names: Record<FileKind, string> = {
  photo: 'Photo',
  document: 'Document',
  voice: 'VoiceNote',
  sticker: 'Sticker',
}

export interface FileInput {
  /** a new file, a file_id or attach://<name of a part> */
  value: unknown
  attachments: ReadonlyMap<string, UploadedFile>
  hints?: FileHints
}

/** The files (a photo's sizes) that a bot's `photo`, `document` or `voice` names; new ones are kept. */
export function takeFile(
  runtime: Runtime,
  kind: 'photo' | 'document' | 'voice',
  input: FileInput,
): FileRecord[] {
  const { value, attachments, hints } = input
  if (value === undefined || value === '') throw badRequest(`there is no ${kind} in the request`)
  if (isUploadedFile(value)) return keepUpload(runtime, kind, value, hints)
  if (typeof value !== 'string') throw badRequest('file must be a string or a part of the request')
  if (value.startsWith('attach://')) {
    const file = attachments.get(value.slice('attach://'.length))
    if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
    return keepUpload(runtime, kind, file, hints)
  }
  if (/^https?:\/\//i.test(value)) throw notModelled('files by URL')
  return reuse(runtime, kind, value)
}

function keepUpload(runtime: Runtime, kind: FileKind, file: UploadedFile, hints?: FileHints): FileRecord[] {
  const size = file.bytes.byteLength
  if (size === 0) throw badRequest('file must be non-empty')
  if (size > largestUpload) throw new BotApiError(413, 'Request Entity Too Large')
  if (kind === 'photo') {
    if (size > largestPhoto) {
      throw badRequest(
        `file of size ${size} bytes is too big for a photo; the maximum size is ${largestPhoto} bytes`,
      )
    }
    const image = imageSize(file.bytes)
    if (!image) throw badRequest('IMAGE_PROCESS_FAILED')
    const { width, height } = image
    // https://core.telegram.org/bots/api#sendphoto
    if (width + height > 10_000 || Math.max(width, height) > 20 * Math.min(width, height)) {
      throw badRequest('PHOTO_INVALID_DIMENSIONS')
    }
  }
  return keepFile(runtime, kind, file, hints)
}

function reuse(runtime: Runtime, kind: FileKind, fileId: string): FileRecord[] {
  const file = runtime.files.get(fileId)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`can't use file of type ${names[file.kind]} as ${names[kind]}`)
  return runtime.files.sizes(file)
}
