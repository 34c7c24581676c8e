import type { DatabaseSync } from 'node:sqlite'
import type { PersonRecord } from '../model.ts'

export interface PeopleStore {
  get(id: number): PersonRecord | undefined
  all(): PersonRecord[]
  put(person: PersonRecord): void
  lastRead(personId: number, chatId: number): number
  markRead(personId: number, chatId: number, messageId: number): void
}

export function createPeopleStore(database: DatabaseSync): PeopleStore {
  const one = database.prepare('select doc from people where id = ?')
  const every = database.prepare('select doc from people order by rowid')
  const upsert = database.prepare(
    'insert into people (id, doc) values (?, ?) on conflict (id) do update set doc = excluded.doc',
  )
  const read = database.prepare('select message_id from reads where person_id = ? and chat_id = ?')
  const mark = database.prepare(
    `insert into reads (person_id, chat_id, message_id) values (?, ?, ?)
     on conflict (person_id, chat_id) do update set message_id = max(message_id, excluded.message_id)`,
  )
  const parse = (row: Record<string, unknown>) => JSON.parse(String(row.doc)) as PersonRecord
  return {
    get: (id) => {
      const row = one.get(id)
      return row && parse(row)
    },
    all: () => every.all().map(parse),
    put: (person) => void upsert.run(person.id, JSON.stringify(person)),
    lastRead: (personId, chatId) => Number(read.get(personId, chatId)?.message_id ?? 0),
    markRead: (personId, chatId, messageId) => void mark.run(personId, chatId, messageId),
  }
}
