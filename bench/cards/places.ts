import { appendFileSync, cpSync, createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Database } from '../../src/db/database.ts'
import { openDatabase } from '../../src/db/open-database.ts'
import { importRegions } from '../../src/regions/import-regions.ts'
import { createScratchDatabase, type ScratchDatabase } from '../support/scratch-database.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const SAMPLE = join(ROOT, 'src', 'regions', 'sample', 'yuncheng.csv')

/** Places to begin from, each with the regions of the sample city: every run works on a copy. */
export interface Places {
  folder: string
  /** null where there is no PostgreSQL */
  server: ScratchDatabase | null
  /** a folder with an embedded database that nothing has open */
  embedded(): Promise<string>
  villages: string[]
  close(): Promise<void>
}

export async function preparePlaces(): Promise<Places> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-bench-'))
  const server = await createScratchDatabase()
  let villages: string[] = []
  const fill = async (location: Parameters<typeof openDatabase>[0]) => {
    villages = await withDatabase(location, async ({ prisma }) => {
      const imported = await importRegions({ db: prisma }, createReadStream(SAMPLE))
      if (!imported.ok) throw new Error(imported.code)
      const found = await prisma.region.findMany({ where: { level: 'village' }, orderBy: { code: 'asc' } })
      return found.map(({ code }) => code)
    })
  }
  if (server) {
    await fill({ url: server.url })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    // what the peers write to; unused by ours
    await client.query('CREATE TABLE session (key text PRIMARY KEY, value jsonb NOT NULL)')
    await client.query(
      'CREATE TABLE card (id uuid PRIMARY KEY, person_id bigint, answers jsonb, created_at timestamptz)',
    )
    // a channel of the city, so that what is said waits for its digest, as where the product is in use
    await client.query(
      `INSERT INTO committee_chat (chat_id, type, title, region_code, linked_by_telegram_id, linked_at)
        VALUES (-1001, 'channel', '运城市', '1408', 1, now())`,
    )
    await client.end()
  }
  const template = join(folder, 'embedded')
  let isFilled = false
  return {
    folder,
    server,
    embedded: async () => {
      if (!isFilled) await fill({ folder: template })
      isFilled = true
      const copy = mkdtempSync(join(folder, 'run-'))
      cpSync(template, copy, { recursive: true })
      return copy
    },
    get villages() {
      return villages
    },
    close: async () => {
      await server?.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function withDatabase<T>(
  location: Parameters<typeof openDatabase>[0],
  use: (database: Database) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase(location)
  if (!opened.ok) throw new Error(opened.code)
  try {
    return await use(opened.database)
  } finally {
    await opened.database.close()
  }
}

/** The locales with texts for the card of product-with-card.ts of so many questions. */
export function copyLocales(folder: string, questions: number): string {
  const copy = mkdtempSync(join(folder, 'locales-'))
  cpSync(join(ROOT, 'locales'), copy, { recursive: true })
  const lines = [
    'topic-bench = 量一量',
    'topic-bench-short = 量',
    'aspect-bench-one = 第一',
    'aspect-bench-two = 第二',
    'aspect-bench-something_else = 别的',
    'words-bench-one = 量一',
    'words-bench-two = 量二',
    ...Array.from({ length: questions }, (_, i) => [
      `question-bench_${i + 1} = 第 ${i + 1} 问`,
      `line-bench_${i + 1} = 第 ${i + 1} 问`,
    ]).flat(),
  ]
  for (const locale of ['zh', 'en']) appendFileSync(join(copy, locale, 'card.ftl'), `\n${lines.join('\n')}\n`)
  return copy
}
