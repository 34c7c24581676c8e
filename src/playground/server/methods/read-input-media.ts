import type { Message } from 'grammy/types'
import { badRequest, notModelled } from '../bot-api-error.ts'
import type { UploadedFile } from '../files/uploaded-file.ts'
import { isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { readCaption } from '../text/read-message-text.ts'

const prefix = "can't parse InputMedia"
const fields = [
  'type',
  'media',
  'caption',
  'caption_entities',
  'parse_mode',
  'disable_content_type_detection',
]

export interface InputMedia {
  type: 'photo' | 'document'
  /** file_id or attach://<part> */
  media: string
  caption: Pick<Message, 'caption' | 'caption_entities'>
}

export function readInputMedia(
  value: unknown,
  attachments: ReadonlyMap<string, UploadedFile>,
  knowsUser: (id: number) => boolean,
): InputMedia {
  if (value === undefined) throw badRequest('parameter "media" is required')
  if (!isObject(value)) throw badRequest(`${prefix}: expected an Object`)
  const type = stringField(value, 'type', prefix)
  if (['video', 'animation', 'audio', 'live_photo'].includes(type)) throw notModelled(`media of type ${type}`)
  if (type !== 'photo' && type !== 'document') throw badRequest(`${prefix}: type "${type}" is unsupported`)
  objectWith(value, fields, 'InputMedia')
  const media = stringField(value, 'media', prefix)
  if (media === '' || (media.startsWith('attach://') && !attachments.has(media.slice(9)))) {
    throw badRequest(`${prefix}: media not found`)
  }
  const optional = (field: string) =>
    value[field] === undefined ? undefined : stringField(value, field, prefix)
  const caption = readCaption(
    { text: optional('caption'), entities: value.caption_entities, parseMode: optional('parse_mode') },
    knowsUser,
  )
  return { type, media, caption }
}
