import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { inject } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openDatabase, openEmbedded } from '../../src/db/open-database.ts'
import { importRegions } from '../../src/regions/import-regions.ts'
import { createPostgresDatabase } from './databases.ts'

export const SAMPLE_CITY = join(import.meta.dirname, '..', '..', 'src', 'regions', 'sample', 'yuncheng.csv')

/** Where a program of a test keeps everything. */
export interface ProductData {
  /** DATA_DIR, and DATABASE_URL where it is a server */
  readonly env: Record<string, string>
  readonly embedded: boolean
  /** opens it beside the program; the embedded one only while no program runs on it */
  withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T>
  remove(): Promise<void>
}

export type EngineName = 'embedded' | 'PostgreSQL'

/** A place of its own: an embedded folder, or a PostgreSQL database (needs services.postgres). Empty unless filled. */
export async function createProductData(
  engine: EngineName,
  { filled }: { filled: boolean },
): Promise<ProductData> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-way-'))
  const server = engine === 'PostgreSQL' ? await createPostgresDatabase() : null
  const location = server ? { url: server.url } : { folder }
  const data: ProductData = {
    env: { DATA_DIR: folder, ...(server ? { DATABASE_URL: server.url } : {}) },
    embedded: server === null,
    withDatabase: async (use) => {
      const opened = await openDatabase(location)
      if (!opened.ok) throw new Error(`${opened.code}: ${opened.holder}`)
      try {
        return await use(opened.database)
      } finally {
        await opened.database.close()
      }
    },
    remove: async () => {
      await server?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  if (filled) {
    // a first start of the embedded database takes seconds: it begins as a copy
    if (!server) await copyTemplate(folder)
    await data.withDatabase(async ({ prisma }) => {
      const imported = await importRegions({ db: prisma }, createReadStream(SAMPLE_CITY))
      if (!imported.ok) throw new Error(imported.code)
    })
  }
  return data
}

async function copyTemplate(folder: string): Promise<void> {
  const template = new Blob([Buffer.from(inject('embeddedTemplate'), 'base64')])
  const pglite = await PGlite.create({ dataDir: join(folder, 'database'), loadDataDir: template })
  const database = await openEmbedded(pglite, folder, () => {})
  await database.close()
}
