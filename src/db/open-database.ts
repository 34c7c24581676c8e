import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import { PrismaClient } from '../../prisma/client/client.ts'
import { applyMigrations, applyMigrationsByUrl } from './apply-migrations.ts'
import type { Database } from './database.ts'
import { hearEmbedded, hearServer } from './hear-changes.ts'
import { lockDataFolder } from './lock-data-folder.ts'
import { statementsOfEmbedded, statementsOfPool } from './statements.ts'

/** The other formats put the arguments of a call, so people's words, into the errors that are logged. */
const errorFormat = 'minimal'
/** Of one process, for everything but the way of a press and the job queue. */
const MOST_CONNECTIONS = 8
/** For the way of a press: each plans its statements once, so few that are busy are quicker than many. */
const MOST_FOR_STATEMENTS = 6

export type DatabaseLocation = { url: string } | { folder: string }
export type OpenDatabaseResult =
  | { ok: true; database: Database }
  | { ok: false; code: 'folder_in_use'; folder: string; holder: string }

/**
 * Opens PostgreSQL by url, or embedded PGlite in a folder, and brings the schema up to date.
 * Refuses a folder that another process works in and says which one. Throws where the database cannot be reached.
 */
export async function openDatabase(location: DatabaseLocation): Promise<OpenDatabaseResult> {
  if ('url' in location) {
    await applyMigrationsByUrl(location.url)
    const pool = new pg.Pool({
      connectionString: location.url,
      application_name: 'xiangyin',
      max: MOST_CONNECTIONS,
    })
    const forStatements = new pg.Pool({
      connectionString: location.url,
      application_name: 'xiangyin statements',
      max: MOST_FOR_STATEMENTS,
    })
    // they look up a few rows by their keys: a plan for any values is as good as one for these, and is made once
    forStatements.on('connect', (client) => {
      client.query('SET plan_cache_mode = force_generic_plan').catch(() => {})
    })
    // a lost idle connection must not end the process; whoever uses one hears of it
    pool.on('error', () => {})
    forStatements.on('error', () => {})
    const prisma = new PrismaClient({
      adapter: new PrismaPg(pool),
      errorFormat,
      transactionOptions: { maxWait: 10_000, timeout: 20_000 },
    })
    const changes = hearServer(location.url)
    return {
      ok: true,
      database: {
        prisma,
        statements: statementsOfPool(forStatements),
        changes,
        engine: { kind: 'postgres', url: location.url },
        close: async () => {
          await changes.close()
          await prisma.$disconnect()
          await forStatements.end()
          await pool.end()
        },
      },
    }
  }
  const folder = join(location.folder, 'database')
  mkdirSync(folder, { recursive: true })
  const lock = lockDataFolder(location.folder)
  if (!lock.ok) return { ok: false, code: 'folder_in_use', folder: location.folder, holder: lock.holder }
  try {
    const pglite = await PGlite.create({ dataDir: folder })
    return { ok: true, database: await openEmbedded(pglite, location.folder, lock.release) }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Wraps a running PGlite; tests hand in one that was loaded from a template. */
export async function openEmbedded(pglite: PGlite, folder: string, release: () => void): Promise<Database> {
  const adapter = new PrismaPGlite(pglite)
  await applyMigrations(adapter)
  const prisma = new PrismaClient({
    adapter,
    errorFormat,
    transactionOptions: { maxWait: 20_000, timeout: 30_000 },
  })
  const changes = await hearEmbedded(pglite)
  return {
    prisma,
    statements: statementsOfEmbedded(pglite),
    changes,
    engine: { kind: 'embedded', pglite, folder },
    close: async () => {
      await changes.close()
      await prisma.$disconnect()
      if (!pglite.closed) await pglite.close()
      release()
    },
  }
}
