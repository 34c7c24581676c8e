import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../src/db/open-database.ts'
import { createPostgresDatabase, services } from '../support/databases.ts'
import { sampleFile } from './sample-city.ts'

/** Runs the command as an operator does, with these settings and none of ours. */
async function regions(args: string[], settings: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/regions/cli/regions.ts', ...args],
    { env: { PATH: process.env.PATH, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const [out, err] = [collect(child.stdout), collect(child.stderr)]
  const [code] = await once(child, 'close')
  return { code, out: out(), err: err() }
}

function collect(stream: ChildProcess['stdout']): () => string {
  const chunks: Buffer[] = []
  stream?.on('data', (chunk) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString()
}

describe('npm run regions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-regions-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('imports into the embedded database, and again', async () => {
    const first = await regions(['import', sampleFile], { DATA_DIR: folder })
    expect(first.code).toBe(0)
    expect(first.out).toMatch(
      /^Imported 2,570 regions into the embedded database in .*: 2,570 new, 0 renamed, 0 unchanged\.\n$/,
    )
    const second = await regions(['import', sampleFile], { DATA_DIR: folder, DATABASE_URL: '' })
    expect(second.out).toContain('0 new, 0 renamed, 2,570 unchanged')
  })

  it.skipIf(!services.postgres)('imports into PostgreSQL where DATABASE_URL says so', async () => {
    const { url, drop } = await createPostgresDatabase()
    expect(await regions(['import', sampleFile], { DATABASE_URL: url })).toMatchObject({ code: 0 })
    await drop()
  })

  it('says in one line that the bot must be stopped first, and which process it is', async () => {
    const opened = await openDatabase({ folder })
    if (!opened.ok) throw new Error(opened.code)
    const { code, out, err } = await regions(['import', sampleFile], { DATA_DIR: folder })
    await opened.database.close()
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toMatch(/^The bot must be stopped first: process \d+ on .* works in the folder .*\.\n$/)
    expect(err).toContain(`process ${process.pid} `)
  })

  it('lists bad rows by kind and line, at most 50 of a kind, and exits with 1', async () => {
    const file = join(folder, 'bad.csv')
    const orphans = Array.from({ length: 60 }, (_, i) => `1501${10 + i},x\n`).join('')
    writeFileSync(file, `code,name\n1408,运城市\n1408,运城市\n${orphans}`)
    const { code, err } = await regions(['import', file], { DATA_DIR: folder })
    expect(code).toBe(1)
    const lines = err.trimEnd().split('\n')
    expect(lines.slice(0, 5)).toEqual([
      `${file} has 61 bad rows. Nothing was imported.`,
      'The same code twice (1):',
      '  line 3: 1408 is on line 2 too',
      'Parent region missing (60):',
      '  line 4: 150110: 1501 is neither in the file nor in the database',
    ])
    expect(lines.at(-1)).toBe('  and 10 more')
    expect(lines).toHaveLength(3 + 1 + 50 + 1)
  })

  it('names the encoding of a file that is not UTF-8, and how to convert it', async () => {
    const file = join(folder, 'gb.csv')
    writeFileSync(file, Buffer.from('636f64652c6e616d650a313430382cd4cbb3c7cad00a', 'hex'))
    const { code, err } = await regions(['import', file], { DATA_DIR: folder })
    expect(code).toBe(1)
    expect(err).toContain('looks like GB18030')
    expect(err).toContain('iconv -f GB18030 -t UTF-8')
  })

  it('says in one line which file or database it cannot reach', async () => {
    const missing = await regions(['import', '/no/such.csv'], {})
    expect(missing).toEqual({ code: 1, out: '', err: 'Cannot read /no/such.csv: there is no such file.\n' })
    const away = await regions(['import', sampleFile], { DATABASE_URL: 'postgresql://x@127.0.0.1:1/x' })
    expect(away.code).toBe(1)
    expect(away.err).toMatch(/^Cannot open the database: .*ECONNREFUSED.*\n$/)
  })

  it('explains itself when called wrongly', async () => {
    const wrong = [[], ['import'], ['export', 'x.csv'], ['import', 'a.csv', 'b.csv'], ['import', '--force']]
    for (const { code, out, err } of await Promise.all(wrong.map((args) => regions(args, {})))) {
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('Usage: npm run regions -- import FILE.csv')
    }
    expect((await regions(['--help'], {})).code).toBe(0)
  })
})
