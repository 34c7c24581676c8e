import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../src/db/open-database.ts'
import { importRegions } from '../src/regions/import-regions.ts'
import type { Bench } from './support/bench.ts'
import { copyWithPsql } from './support/copy-with-psql.ts'
import { writeCountryFile } from './support/country-file.ts'
import { formatTable } from './support/format-table.ts'
import { measureScript } from './support/measure-process.ts'
import { measureSearch } from './support/measure-search.ts'
import { createScratchDatabase, type ScratchDatabase } from './support/scratch-database.ts'

const CLI = join(import.meta.dirname, '..', 'src', 'regions', 'cli', 'regions.ts')
const SAMPLE = join(import.meta.dirname, '..', 'src', 'regions', 'sample', 'yuncheng.csv')
const SEARCH_HEAD = ['search', 'times', 'median ms', 'p95 ms', 'worst ms']

/** Imports all villages of a country by the real command and searches among them; beside it plain COPY and PGlite. */
export const regionsBench: Bench = {
  options: { rows: 'how many villages, default 620000' },
  run: async ({ rows = '620000' }) => {
    if (!/^[0-9]{3,7}$/.test(rows)) throw new Error('--rows takes a number of villages, 100 to 9999999')
    const folder = mkdtempSync(join(tmpdir(), 'xiangyin-bench-'))
    const database = await createScratchDatabase()
    try {
      if (database) await benchPostgres(database, folder, Number(rows))
      else console.log('No PostgreSQL here: import and search of the country are skipped.')
      await benchEmbedded(folder)
    } finally {
      await database?.drop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

async function benchPostgres({ url }: ScratchDatabase, folder: string, villages: number): Promise<void> {
  const path = join(folder, 'country.csv')
  const file = await writeCountryFile(path, villages)
  console.log(
    `A country of ${count(file.villages)} villages, ${count(file.rows)} rows with what is above them.`,
  )

  const first = await measureScript(CLI, ['import', path], { DATABASE_URL: url })
  const again = await measureScript(CLI, ['import', path], { DATABASE_URL: url })
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('CREATE TABLE bare (code text, name text)')
  await client.query('CREATE TABLE same (LIKE region INCLUDING ALL)')
  await client.query('ALTER TABLE same ADD FOREIGN KEY (parent_code) REFERENCES same')
  const bare = await copyWithPsql(url, 'bare', path)
  const whole = join(folder, 'whole.csv')
  const same = bare === null ? null : await copyStored(client, url, whole)
  await client.end()

  const line = (what: string, seconds: number, peakBytes?: number) => [
    what,
    count(file.rows),
    seconds.toFixed(1),
    count(Math.round(file.rows / seconds)),
    peakBytes ? count(Math.round(peakBytes / 1e6)) : '',
    bare ? `${(seconds / bare).toFixed(1)} x` : '',
  ]
  console.log(
    formatTable(
      ['import', 'rows', 'seconds', 'rows/s', 'peak MB', 'to COPY'],
      [
        line('npm run regions -- import, empty database', first.seconds, first.peakBytes),
        line('the same file again', again.seconds, again.peakBytes),
        ...(bare === null ? [] : [line('COPY FROM STDIN, table without indexes', bare)]),
        ...(same === null ? [] : [line('COPY FROM STDIN, same indexes and keys', same)]),
      ],
    ),
  )
  if (bare === null) console.log('No psql on PATH: COPY is skipped.')
  console.log()

  const opened = await openDatabase({ url })
  if (!opened.ok) throw new Error(opened.code)
  console.log(formatTable(SEARCH_HEAD, await measureSearch(opened.database.prisma, 'PostgreSQL, country')))
  console.log()
  await opened.database.close()
}

/** What COPY takes where it has to keep the same indexes, keys and levels as the import. */
async function copyStored(client: pg.Client, url: string, path: string): Promise<number | null> {
  const { rows } = await client.query<{ line: string }>(
    `SELECT code || ',' || level || ',' || name || ',' || coalesce(parent_code, '') AS line FROM region ORDER BY code`,
  )
  writeFileSync(path, ['code,level,name,parent_code', ...rows.map(({ line }) => line), ''].join('\n'))
  return await copyWithPsql(url, 'same (code, level, name, parent_code)', path)
}

async function benchEmbedded(folder: string): Promise<void> {
  const opened = await openDatabase({ folder })
  if (!opened.ok) throw new Error(opened.code)
  const db = opened.database.prisma
  const startedAt = performance.now()
  const result = await importRegions({ db }, createReadStream(SAMPLE))
  if (!result.ok) throw new Error(result.code)
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(2)
  console.log(`The sample city into PGlite: ${count(result.rows)} rows in ${seconds} s.`)
  console.log(formatTable(SEARCH_HEAD, await measureSearch(db, 'PGlite, sample city')))
  await opened.database.close()
}

function count(number: number): string {
  return number.toLocaleString('en')
}
