import type { DatabaseSync } from 'node:sqlite'
import type { QueryRecord } from '../model.ts'

export interface QueryStore {
  get(id: string): QueryRecord | undefined
  put(query: QueryRecord): void
  dropBefore(at: number): void
}

/** The presses that the bot was told of. */
export function createQueryStore(database: DatabaseSync): QueryStore {
  const one = database.prepare('select doc from queries where id = ?')
  const upsert = database.prepare(
    'insert into queries (id, at, doc) values (?, ?, ?) on conflict (id) do update set doc = excluded.doc',
  )
  const erase = database.prepare('delete from queries where at < ?')
  return {
    get: (id) => {
      const row = one.get(id)
      return row && (JSON.parse(String(row.doc)) as QueryRecord)
    },
    put: (query) => void upsert.run(query.id, query.at, JSON.stringify(query)),
    dropBefore: (at) => void erase.run(at),
  }
}
