import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openAsBlob,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { PrismaPGlite } from 'pglite-prisma-adapter'
import type { TestProject } from 'vitest/node'
import { applyMigrations, applyMigrationsByUrl } from '../../src/db/apply-migrations.ts'
import type { Database } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { importRegions } from '../../src/regions/import-regions.ts'

export interface Services {
  postgres: string | null
  redis: string | null
  chromium: string | null
}

/**
 * What a test's database begins as, so that none waits for migrations and imports: with the schema in it, and with the
 * regions of the sample city as well.
 */
export interface Templates {
  /** tar files of a data folder */
  embedded: Record<Contents, string>
  /** names of databases on the server; null where there is none */
  postgres: Record<Contents, string> | null
}
export type Contents = 'schema' | 'sample'

declare module 'vitest' {
  interface ProvidedContext {
    services: Services
    templates: Templates
  }
}

const SAMPLE = join(import.meta.dirname, '..', '..', 'src', 'regions', 'sample', 'yuncheng.csv')

/** Finds PostgreSQL, Redis and Chromium; says what is missing, and in CI refuses to go on without them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services: Services = {
    postgres: (await listens(5432))
      ? (process.env.TEST_POSTGRES_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres')
      : null,
    redis: (await listens(6379)) ? 'redis://127.0.0.1:6379' : null,
    chromium: existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null,
  }
  const missing = Object.entries(services).flatMap(([name, found]) => (found ? [] : [name]))
  if (missing.length > 0) {
    const line = `Not on this machine: ${missing.join(', ')}. The tests that need them are skipped.\n`
    if (process.env.CI) throw new Error(`CI needs ${missing.join(', ')}`)
    process.stdout.write(line)
  }
  project.provide('services', services)

  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-templates-'))
  const embedded = await makeEmbedded(folder)
  const postgres = services.postgres ? await makePostgres(services.postgres) : null
  project.provide('templates', { embedded, postgres })
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    if (services.postgres && postgres)
      for (const name of Object.values(postgres))
        await run(services.postgres, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

async function makeEmbedded(folder: string): Promise<Templates['embedded']> {
  const schema = join(folder, 'schema.tar')
  const sample = join(folder, 'sample.tar')
  const pglite = await PGlite.create()
  await applyMigrations(new PrismaPGlite(pglite))
  writeFileSync(schema, Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()))
  await pglite.close()
  const data = join(folder, 'data')
  const database = join(data, 'database')
  mkdirSync(data)
  await (await PGlite.create({ dataDir: database, loadDataDir: await openAsBlob(schema) })).close()
  const opened = await openDatabase({ folder: data })
  if (!opened.ok) throw new Error(opened.code)
  await importSample(opened.database)
  await opened.database.close()
  execFileSync('tar', ['-cf', sample, '-C', database, '.'])
  return { schema, sample }
}

async function makePostgres(server: string): Promise<NonNullable<Templates['postgres']>> {
  const schema = `xiangyin_template_${process.pid}`
  const sample = `${schema}_sample`
  await run(server, `CREATE DATABASE ${schema}`)
  await applyMigrationsByUrl(urlOf(server, schema))
  await run(server, `CREATE DATABASE ${sample} TEMPLATE ${schema}`)
  const opened = await openDatabase({ url: urlOf(server, sample) })
  if (!opened.ok) throw new Error(opened.code)
  await importSample(opened.database)
  await opened.database.close()
  return { schema, sample }
}

function urlOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function importSample({ prisma }: Database): Promise<void> {
  const imported = await importRegions({ db: prisma }, createReadStream(SAMPLE))
  if (!imported.ok) throw new Error(imported.code)
}

async function run(server: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(sql)
  await client.end()
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.setTimeout(1000, () => done(false))
    socket.on('connect', () => done(true))
    socket.on('error', () => done(false))
    function done(up: boolean) {
      socket.destroy()
      resolve(up)
    }
  })
}
