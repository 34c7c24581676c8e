import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const CLI = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')
const run = promisify(execFile)

interface Cruised {
  modules: { source: string; dependencies: { module: string; dependencyTypes: string[] }[] }[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

/** What `npm run check` says of a src folder of these files, each with its imports; `type x` imports only a type. */
async function violationsOf(files: Record<string, string[]>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'xiangyin-rules-'))
  try {
    const grammy = join(folder, 'node_modules', 'grammy')
    mkdirSync(grammy, { recursive: true })
    writeFileSync(join(grammy, 'package.json'), '{ "name": "grammy", "main": "index.js" }')
    writeFileSync(join(grammy, 'index.js'), '')
    for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.mjs'])
      writeFileSync(join(folder, name), readFileSync(join(ROOT, name)))
    for (const [path, imports] of Object.entries(files)) {
      const file = join(folder, 'src', path)
      mkdirSync(dirname(file), { recursive: true })
      const lines = imports.map((name) =>
        name.startsWith('type ')
          ? `import type { Value } from '${name.slice('type '.length)}'`
          : `import '${name}'`,
      )
      writeFileSync(file, [...lines, 'export type Value = string', ''].join('\n'))
    }
    const { summary } = await cruise(folder)
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} > ${to}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function cruise(folder: string): Promise<Cruised> {
  const { stdout } = await run(
    process.execPath,
    [CLI, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'src'],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout?: string }) => {
    // it ends with the number of violations
    if (error.stdout) return { stdout: error.stdout }
    throw error
  })
  return JSON.parse(stdout)
}

describe('the rules of imports', () => {
  it('let the way down pass', async () => {
    const files = {
      'main.ts': ['./app.ts'],
      'app.ts': ['./bot/bot.ts', './jobs/work.ts'],
      'bot/bot.ts': ['../cases/open.ts', 'grammy'],
      'jobs/work.ts': ['../cases/open.ts'],
      'cases/open.ts': ['../db/database.ts'],
      'db/database.ts': ['../lib/clock.ts'],
      'lib/clock.ts': [],
    }
    expect(await violationsOf(files)).toEqual([])
  })

  it('refuse a domain folder that imports the bot', async () => {
    const files = { 'main.ts': ['./cases/open.ts'], 'cases/open.ts': ['../bot/bot.ts'], 'bot/bot.ts': [] }
    expect(await violationsOf(files)).toEqual([
      'people-and-its-floor-import-nothing-above: src/cases/open.ts > src/bot/bot.ts',
    ])
  })

  it('refuse a type that a domain folder takes from the jobs', async () => {
    const files = {
      'main.ts': ['./cases/open.ts'],
      'cases/open.ts': ['type ../jobs/work.ts'],
      'jobs/work.ts': [],
    }
    expect(await violationsOf(files)).toEqual([
      'people-and-its-floor-import-nothing-above: src/cases/open.ts > src/jobs/work.ts',
    ])
  })

  it('refuse a bot that imports the jobs, and jobs that import the playground', async () => {
    const files = {
      'main.ts': ['./bot/bot.ts'],
      'bot/bot.ts': ['../jobs/work.ts'],
      'jobs/work.ts': ['../playground/open.ts'],
      'playground/open.ts': [],
    }
    expect((await violationsOf(files)).sort()).toEqual([
      'parts-of-the-shell-stay-apart: src/bot/bot.ts > src/jobs/work.ts',
      'parts-of-the-shell-stay-apart: src/jobs/work.ts > src/playground/open.ts',
    ])
  })

  it('refuse a service that knows the domain, a library that knows a service, and grammY outside of the bot', async () => {
    const files = {
      'main.ts': ['./db/database.ts', './lib/clock.ts'],
      'db/database.ts': ['../cases/open.ts'],
      'cases/open.ts': ['grammy'],
      'lib/clock.ts': ['../i18n/texts.ts'],
      'i18n/texts.ts': [],
    }
    const found = await violationsOf(files)
    expect(found.map((each) => each.split(':')[0]).sort()).toEqual([
      'lib-and-its-floor-import-nothing-above',
      'lib-knows-nothing',
      'only-the-bot-knows-grammy',
      'sinks-and-its-floor-import-nothing-above',
    ])
  })

  it('refuse what is shown and what is pressed where they import what is above them', async () => {
    const files = {
      'main.ts': ['./messages/case-message.ts'],
      'messages/case-message.ts': ['../presses/buttons.ts', 'type ../cases/open.ts'],
      'presses/buttons.ts': ['../cards/topics.ts', '../reports/filter.ts'],
      'cards/topics.ts': [],
      'cases/open.ts': [],
      'reports/filter.ts': [],
    }
    expect((await violationsOf(files)).sort()).toEqual([
      'messages-and-its-floor-import-nothing-above: src/messages/case-message.ts > src/cases/open.ts',
      'presses-and-its-floor-import-nothing-above: src/presses/buttons.ts > src/reports/filter.ts',
    ])
  })

  it('refuse a job that makes a message sendable without keeping what it says', async () => {
    const files = {
      'main.ts': ['./jobs/tell.ts', './deliveries/send-marked.ts', './bot/show-message.ts'],
      'jobs/tell.ts': ['../messages/take-marks.ts'],
      'deliveries/send-marked.ts': ['../messages/take-marks.ts'],
      'bot/show-message.ts': ['../messages/take-marks.ts'],
      'messages/take-marks.ts': [],
    }
    expect(await violationsOf(files)).toEqual([
      'only-who-keeps-what-is-said-makes-it-sendable: src/jobs/tell.ts > src/messages/take-marks.ts',
    ])
  })

  it('refuse a cycle', async () => {
    const files = { 'main.ts': ['./lib/one.ts'], 'lib/one.ts': ['./two.ts'], 'lib/two.ts': ['./one.ts'] }
    expect(new Set((await violationsOf(files)).map((each) => each.split(':')[0]))).toEqual(
      new Set(['no-cycles']),
    )
  })

  it('refuse a cycle of folders, whose files are in none', async () => {
    const files = {
      'main.ts': ['./cases/open.ts', './reports/list.ts'],
      'cases/open.ts': ['../reports/filter.ts'],
      'reports/list.ts': ['../cases/view.ts'],
      'reports/filter.ts': [],
      'cases/view.ts': [],
    }
    expect(new Set((await violationsOf(files)).map((each) => each.split(':')[0]))).toEqual(
      new Set(['no-cycles-of-folders']),
    )
  })

  it('refuse what nothing imports', async () => {
    const files = { 'main.ts': ['./lib/one.ts'], 'lib/one.ts': [], 'lib/left-over.ts': [] }
    expect(await violationsOf(files)).toEqual(['no-orphans: src/lib/left-over.ts > src/lib/left-over.ts'])
  })

  it('see all of src, where nothing that runs comes from a devDependency', async () => {
    const { modules, summary } = await cruise(ROOT)
    expect(summary.violations).toEqual([])
    const own = modules.filter(({ source }) => source.startsWith('src/'))
    expect(own.length).toBeGreaterThan(300)
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    const foreign = own.flatMap(({ source, dependencies: imported }) =>
      imported
        .filter(
          ({ dependencyTypes: types }) =>
            types.some((type) => type.startsWith('npm')) && !types.includes('type-only'),
        )
        .map(({ module }) => ({
          source,
          name: module
            .split('/')
            .slice(0, module.startsWith('@') ? 2 : 1)
            .join('/'),
        })),
    )
    expect(foreign.filter(({ name }) => !(name in dependencies))).toEqual([])
    expect(foreign.length).toBeGreaterThan(50)
  })
})
