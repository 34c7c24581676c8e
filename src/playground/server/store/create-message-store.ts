import type { DatabaseSync } from 'node:sqlite'
import type { StoredMessage } from '../model.ts'

export interface MessageStore {
  get(chatId: number, id: number): StoredMessage | undefined
  put(stored: StoredMessage): void
  remove(chatId: number, id: number): void
  /** oldest first */
  all(chatId: number): StoredMessage[]
  /** the newest `limit` before the message `before`, oldest first */
  page(chatId: number, before: number, limit: number): StoredMessage[]
  /** how many after that message were not written by that author */
  countAfter(chatId: number, id: number, exceptAuthorId: number): number
}

export function createMessageStore(database: DatabaseSync): MessageStore {
  const one = database.prepare('select doc from messages where chat_id = ? and id = ?')
  const every = database.prepare('select doc from messages where chat_id = ? order by id')
  const newest = database.prepare(
    'select doc from messages where chat_id = ? and id < ? order by id desc limit ?',
  )
  const upsert = database.prepare(
    'insert into messages (chat_id, id, doc) values (?, ?, ?) on conflict (chat_id, id) do update set doc = excluded.doc',
  )
  const erase = database.prepare('delete from messages where chat_id = ? and id = ?')
  const count = database.prepare(
    `select count(*) as n from messages where chat_id = ? and id > ? and json_extract(doc, '$.authorId') <> ?`,
  )
  const parse = (row: Record<string, unknown>) => JSON.parse(String(row.doc)) as StoredMessage
  return {
    get: (chatId, id) => {
      const row = one.get(chatId, id)
      return row && parse(row)
    },
    put: (stored) =>
      void upsert.run(stored.message.chat.id, stored.message.message_id, JSON.stringify(stored)),
    remove: (chatId, id) => void erase.run(chatId, id),
    all: (chatId) => every.all(chatId).map(parse),
    page: (chatId, before, limit) => newest.all(chatId, before, limit).map(parse).reverse(),
    countAfter: (chatId, id, exceptAuthorId) => Number(count.get(chatId, id, exceptAuthorId)?.n ?? 0),
  }
}
