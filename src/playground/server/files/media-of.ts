import type { Document, Message, PhotoSize, Voice } from 'grammy/types'
import type { FileRecord } from '../model.ts'

/** The field of a message that shows these files: photo (all sizes), document or voice. */
export function mediaOf(files: FileRecord[]): Pick<Message, 'photo' | 'document' | 'voice'> {
  const [first] = files
  if (!first) throw new Error('no file')
  if (first.kind === 'photo') return { photo: files.map(photoSize) }
  if (first.kind === 'voice') return { voice: voice(first) }
  return { document: document(first) }
}

function base(file: FileRecord) {
  return { file_id: file.fileId, file_unique_id: file.uniqueId, file_size: file.size }
}

function photoSize(file: FileRecord): PhotoSize {
  return { ...base(file), width: file.width ?? 0, height: file.height ?? 0 }
}

function voice(file: FileRecord): Voice {
  return { ...base(file), duration: file.duration ?? 0, mime_type: file.mimeType }
}

function document(file: FileRecord): Document {
  return { ...base(file), ...(file.name ? { file_name: file.name } : {}), mime_type: file.mimeType }
}
