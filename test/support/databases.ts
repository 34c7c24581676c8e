import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openDatabase, openEmbedded } from '../../src/db/open-database.ts'
import type { Contents } from './global-setup.ts'

/** What of the outside world this machine offers; found out once in test/support/global-setup.ts. */
export const services = inject('services')

/** An embedded database of its own, loaded from a template with the schema in it. */
export async function openEmbeddedForTest(): Promise<Database> {
  const template = await openAsBlob(inject('templates').embedded.schema)
  const pglite = await PGlite.create({ loadDataDir: template })
  return await openEmbedded(pglite, ':memory:', () => {})
}

/** A fresh PostgreSQL database with the schema in it, dropped on close. Needs services.postgres. */
export async function openPostgresForTest(): Promise<Database> {
  const { url, drop } = await createPostgresDatabase('schema')
  const opened = await openDatabase({ url })
  if (!opened.ok) throw new Error(opened.code)
  const { close } = opened.database
  return {
    ...opened.database,
    close: async () => {
      await close()
      await drop()
    },
  }
}

/** A PostgreSQL database with a name of its own: empty, or with the schema, or with the sample city as well. */
export async function createPostgresDatabase(
  contents?: Contents,
): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = services.postgres
  if (!server) throw new Error('PostgreSQL is not running')
  const name = `xiangyin_test_${process.pid}_${Math.random().toString(36).slice(2, 10)}`
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(sql)
    await client.end()
  }
  const template = contents && inject('templates').postgres?.[contents]
  await run(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${template}` : ''}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) }
}

/** A temporary folder that is gone when the callback is done. */
export async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Both engines where there are both, for tests that must hold on either. */
export const engines: { name: string; open: () => Promise<Database> }[] = [
  { name: 'embedded', open: openEmbeddedForTest },
  ...(services.postgres ? [{ name: 'PostgreSQL', open: openPostgresForTest }] : []),
]
