import type { Contact } from 'grammy/types'
import type { UploadedFile } from '../files/uploaded-file.ts'

/** A file that somebody sends: only its bytes, or with a name, a media type and, for a recording, its seconds. */
export type SentFile = Uint8Array | (UploadedFile & { duration?: number })

/** What somebody can send. Contacts and locations are as the Bot API has them; a sticker is its emoji. */
export type Outgoing =
  | { text: string }
  | { photos: SentFile[]; caption?: string }
  | { voice: SentFile; caption?: string }
  | { document: SentFile; caption?: string }
  | { location: { latitude: number; longitude: number } }
  | { contact: Contact }
  | { sticker: string }
