import type { MessageEntity } from 'grammy/types'
import { badRequest } from '../bot-api-error.ts'
import { integerField, isObject, objectWith, stringField } from '../refuse-unknown-fields.ts'
import { checkUrl } from './check-url.ts'

const simpleTypes = new Set([
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
])
const prefix = "can't parse MessageEntity"

/** A list of entities as a bot sent it, checked but for its fit to the text. */
export function readEntities(value: unknown, knowsUser: (id: number) => boolean): MessageEntity[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw badRequest('expected an Array of MessageEntity')
  return value.map((item) => readEntity(item, knowsUser)).filter((entity) => entity.length > 0)
}

function readEntity(item: unknown, knowsUser: (id: number) => boolean): MessageEntity {
  if (!isObject(item)) throw badRequest(`${prefix}: MessageEntity must be an Object`)
  objectWith(
    item,
    ['type', 'offset', 'length', 'url', 'user', 'language', 'custom_emoji_id'],
    'MessageEntity',
  )
  const offset = integerField(item, 'offset', prefix)
  const length = integerField(item, 'length', prefix)
  if (offset < 0) throw badRequest(`receive an entity with incorrect offset ${offset}`)
  if (length < 0) throw badRequest(`receive an entity with incorrect length ${length}`)
  const type = stringField(item, 'type', prefix)
  const place = { offset, length }

  if (type === 'text_link') {
    const url = stringField(item, 'url', prefix)
    const checked = checkUrl(url)
    if (!checked.ok) throw badRequest(`entity URL '${url}' is invalid: ${checked.reason}`)
    return { type, ...place, url: checked.url }
  }
  if (type === 'text_mention') {
    if (item.user === undefined) throw badRequest(`${prefix}: Can't find field "user"`)
    if (!isObject(item.user)) throw badRequest(`${prefix}: Field "user" must be of type Object`)
    const id = integerField(item.user, 'id', prefix)
    if (!knowsUser(id)) throw badRequest('user not found')
    return { type, ...place, user: item.user as unknown as MessageEntity.TextMentionMessageEntity['user'] }
  }
  if (type === 'custom_emoji') {
    const id = stringField(item, 'custom_emoji_id', prefix)
    if (!/^\d{1,19}$/.test(id)) throw badRequest(`${prefix}: Field "custom_emoji_id" must be a valid Number`)
    return { type, ...place, custom_emoji_id: id }
  }
  if (type === 'pre') {
    const language = item.language === undefined ? {} : { language: stringField(item, 'language', prefix) }
    return { type, ...place, ...language }
  }
  if (!simpleTypes.has(type)) throw badRequest(`${prefix}: Unsupported type specified`)
  return { type, ...place } as MessageEntity
}
