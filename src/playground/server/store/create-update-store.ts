import type { DatabaseSync } from 'node:sqlite'
import type { Update } from 'grammy/types'

export interface UpdateStore {
  add(update: Update, queue: string, at: number): void
  /** oldest first */
  list(limit: number): Update[]
  /** the oldest update of every queue, oldest first */
  heads(): { queue: string; update: Update }[]
  remove(id: number): void
  /** forgets all before that id */
  confirm(beforeId: number): void
  /** keeps the newest `keep` only */
  keepNewest(keep: number): void
  clear(): void
  count(): number
  /** forgets what came before that Unix time in ms; `queryBefore` for button presses */
  dropExpired(before: number, queryBefore: number): void
}

export function createUpdateStore(database: DatabaseSync): UpdateStore {
  const insert = database.prepare('insert into updates (id, queue, at, doc) values (?, ?, ?, ?)')
  const oldest = database.prepare('select doc from updates order by id limit ?')
  const eachHead = database.prepare(
    'select queue, doc from updates where id in (select min(id) from updates group by queue) order by id',
  )
  const erase = database.prepare('delete from updates where id = ?')
  const eraseBefore = database.prepare('delete from updates where id < ?')
  const eraseButNewest = database.prepare(
    'delete from updates where id not in (select id from updates order by id desc limit ?)',
  )
  const eraseAll = database.prepare('delete from updates')
  const size = database.prepare('select count(*) as n from updates')
  const expire = database.prepare(`delete from updates where at < ? or (at < ? and queue like 'query:%')`)
  const parse = (row: Record<string, unknown>) => JSON.parse(String(row.doc)) as Update
  return {
    add: (update, queue, at) => void insert.run(update.update_id, queue, at, JSON.stringify(update)),
    list: (limit) => oldest.all(limit).map(parse),
    heads: () => eachHead.all().map((row) => ({ queue: String(row.queue), update: parse(row) })),
    remove: (id) => void erase.run(id),
    confirm: (beforeId) => void eraseBefore.run(beforeId),
    keepNewest: (keep) => void eraseButNewest.run(keep),
    clear: () => void eraseAll.run(),
    count: () => Number(size.get()?.n ?? 0),
    dropExpired: (before, queryBefore) => void expire.run(before, queryBefore),
  }
}
