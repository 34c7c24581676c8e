import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { noFilter, readMigrations } from './migrations-on-disk.ts'
import { loadSchemaEngine } from './schema-engine.ts'

/** Any constant will do, as long as all processes of this program use the same one. */
const MIGRATION_LOCK = 0x7869616e

/** Applies what is missing and returns the names. May be repeated. */
export async function applyMigrations(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<string[]> {
  const engine = await loadSchemaEngine(adapter)
  const { appliedMigrationNames } = await engine.applyMigrations({
    migrationsList: readMigrations(),
    filters: noFilter,
  })
  return appliedMigrationNames
}

/**
 * The same on a server: several processes that start at once take turns by an advisory lock. The engine takes one of its
 * own and keeps it as long as its connection lives, hence a pool that ends here.
 */
export async function applyMigrationsByUrl(url: string): Promise<string[]> {
  const turn = new pg.Client({
    connectionString: url,
    application_name: 'xiangyin migrations',
    connectionTimeoutMillis: 10_000,
  })
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: 'xiangyin migrations' })
  try {
    await turn.connect()
    await turn.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    return await applyMigrations(wholeScripts(pool))
  } finally {
    await pool.end()
    await turn.end()
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside of a function's body; the server reads it as a whole. */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => {
      const adapter = await factory.connect()
      adapter.executeScript = async (script) => {
        await pool.query(script)
      }
      return adapter
    },
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
}
