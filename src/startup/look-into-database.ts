import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { Config } from '../config.ts'
import { lockDataFolder } from '../db/lock-data-folder.ts'
import { readMigrations } from '../db/migrations-on-disk.ts'

export interface DatabaseContents {
  /** migrations that the next start will apply */
  missing: string[]
  /** those that a newer version of the program applied */
  unknown: string[]
  regions: number
  villages: number
}

export type LookIntoDatabaseResult =
  | { ok: true; contents: DatabaseContents }
  /** the embedded database is not there yet */
  | { ok: false; code: 'not_created' }
  /** a process works in the folder of the embedded database, which only one may open */
  | { ok: false; code: 'in_use'; holder: string }

type Query = (sql: string) => Promise<Record<string, unknown>[]>

const LONGEST_MS = 10_000

/** Looks what is in the database and changes nothing. Throws where it cannot be reached. */
export async function lookIntoDatabase(database: Config['database']): Promise<LookIntoDatabaseResult> {
  if ('url' in database) {
    const client = new pg.Client({
      connectionString: database.url,
      application_name: 'xiangyin check',
      connectionTimeoutMillis: LONGEST_MS,
    })
    try {
      await client.connect()
      return { ok: true, contents: await contentsOf(async (sql) => (await client.query(sql)).rows) }
    } finally {
      await client.end().catch(() => {})
    }
  }
  const folder = join(database.folder, 'database')
  if (!existsSync(folder)) return { ok: false, code: 'not_created' }
  const lock = lockDataFolder(database.folder)
  if (!lock.ok) return { ok: false, code: 'in_use', holder: lock.holder }
  try {
    const pglite = await PGlite.create({ dataDir: folder })
    try {
      const contents = await contentsOf(
        async (sql) => (await pglite.query<Record<string, unknown>>(sql)).rows,
      )
      return { ok: true, contents }
    } finally {
      await pglite.close()
    }
  } finally {
    lock.release()
  }
}

async function contentsOf(query: Query): Promise<DatabaseContents> {
  const onDisk = readMigrations().migrationDirectories.map(({ path }) => path)
  const exists = async (table: string) =>
    (await query(`SELECT to_regclass('${table}') AS it`))[0]?.it !== null
  const applied = (await exists('_prisma_migrations'))
    ? await query(
        'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
      )
    : []
  const names = applied.map(({ name }) => String(name))
  const [counts] = (await exists('region'))
    ? await query(
        `SELECT count(*)::int AS regions, count(*) FILTER (WHERE level = 'village')::int AS villages FROM region`,
      )
    : []
  return {
    missing: onDisk.filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !onDisk.includes(name)),
    regions: Number(counts?.regions ?? 0),
    villages: Number(counts?.villages ?? 0),
  }
}
