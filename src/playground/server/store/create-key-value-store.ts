import type { DatabaseSync } from 'node:sqlite'

export interface KeyValueStore {
  get<T>(key: string): T | undefined
  set(key: string, value: unknown): void
  remove(key: string): void
  /** the next number of that name, `first` to begin with; never the same twice, restarts included */
  next(name: string, first?: number): number
}

export function createKeyValueStore(database: DatabaseSync): KeyValueStore {
  const select = database.prepare('select value from key_values where key = ?')
  const upsert = database.prepare(
    'insert into key_values (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
  )
  const erase = database.prepare('delete from key_values where key = ?')
  const count = database.prepare(
    'insert into key_values (key, value) values (?, ?) on conflict (key) do update set value = value + 1 returning value',
  )
  return {
    get: <T>(key: string) => {
      const row = select.get(key)
      return row ? (JSON.parse(String(row.value)) as T) : undefined
    },
    set: (key, value) => void upsert.run(key, JSON.stringify(value)),
    remove: (key) => void erase.run(key),
    next: (name, first = 1) => Number(count.get(`counter:${name}`, String(first))?.value),
  }
}
