import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/open-database.ts'
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
  const server = engine === 'PostgreSQL' ? await createPostgresDatabase(filled ? 'sample' : undefined) : null
  if (filled && !server) copyTemplate(folder)
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
  return data
}

/** A first start of the embedded database and an import take seconds: it begins as a copy. */
function copyTemplate(folder: string): void {
  const database = join(folder, 'database')
  mkdirSync(database)
  execFileSync('tar', ['-xf', inject('templates').embedded.sample, '-C', database])
}
