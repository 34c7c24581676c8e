import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { type DatabaseLocation, openDatabase } from '../../db/open-database.ts'
import { loadEnvFile } from '../../lib/load-env-file.ts'
import { importRegions } from '../import-regions.ts'
import { describeRefusal } from './describe-refusal.ts'
import { showProgress } from './show-progress.ts'

const USAGE = `Usage: npm run regions -- import FILE.csv

Imports official regions into the database of the bot. FILE.csv is UTF-8 and has the columns
code,name (with that header): 1408,运城市 / 140822,万荣县 / 140822105,高村镇 / 140822105201,乌停村委会.
All rows or, where one is bad, none; may be repeated: names are updated, nothing is deleted.

The database is DATABASE_URL, or the embedded one in DATA_DIR (default ./data).
Exit codes: 0 imported, 1 refused (bad file, database in use or not reachable), 2 wrong usage.`

// all is closed by now, but the migration engine leaves a timer of ten seconds behind
process.exit(await run(process.argv.slice(2)))

async function run(args: string[]): Promise<number> {
  const [command, file, ...rest] = args
  if (command === '--help' || command === '-h') {
    console.log(USAGE)
    return 0
  }
  if (command !== 'import' || file === undefined || file.startsWith('-') || rest.length > 0) {
    console.error(USAGE)
    return 2
  }
  const unreadable = await problemOfFile(file)
  if (unreadable) return refuse(`Cannot read ${file}: ${unreadable}.`)

  loadEnvFile('.env')
  const location = locationFromEnvironment()
  let opened: Awaited<ReturnType<typeof openDatabase>>
  try {
    opened = await openDatabase(location)
  } catch (error) {
    return refuse(`Cannot open the database: ${error instanceof Error ? reasonOf(error) : error}`)
  }
  if (!opened.ok)
    return refuse(`The bot must be stopped first: ${opened.holder} works in the folder ${opened.folder}.`)

  const startedAt = performance.now()
  const progress = showProgress(process.stderr)
  try {
    const result = await importRegions(
      { db: opened.database.prisma, onProgress: progress.onProgress },
      createReadStream(file),
    )
    progress.end()
    if (!result.ok) return refuse(...describeRefusal(result, file))
    const [rows, added, renamed, unchanged] = [
      result.rows,
      result.added,
      result.renamed,
      result.unchanged,
    ].map((count) => count.toLocaleString('en'))
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
    const where = 'url' in location ? 'PostgreSQL' : `the embedded database in ${location.folder}`
    console.log(
      `Imported ${rows} regions into ${where} in ${seconds} s: ${added} new, ${renamed} renamed, ${unchanged} unchanged.`,
    )
    return 0
  } catch (error) {
    progress.end()
    return refuse(
      `The import failed and changed nothing: ${error instanceof Error ? reasonOf(error) : error}`,
    )
  } finally {
    await opened.database.close()
  }
}

/** Where the bot keeps its data too; an empty value counts as absent. */
function locationFromEnvironment(): DatabaseLocation {
  const { DATABASE_URL, DATA_DIR } = process.env
  return DATABASE_URL ? { url: DATABASE_URL } : { folder: DATA_DIR || './data' }
}

async function problemOfFile(file: string): Promise<string | null> {
  try {
    if ((await stat(file)).isDirectory()) return 'it is a folder'
    await access(file, constants.R_OK)
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    return code === 'ENOENT'
      ? 'there is no such file'
      : code === 'EACCES'
        ? 'permission denied'
        : String(error)
  }
}

/** A connection that was tried on several addresses fails with an error without a message of its own. */
function reasonOf(error: Error): string {
  const [first] = error instanceof AggregateError ? error.errors : []
  return (first instanceof Error ? first.message : error.message).trim().split('\n').at(-1) || error.name
}

function refuse(...lines: string[]): number {
  console.error(lines.join('\n'))
  return 1
}
