import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** The section of docs/ARCHITECTURE.md that this holds to the truth: what is added, and the files that it touches. */
const page = readFileSync(join(ROOT, 'docs', 'ARCHITECTURE.md'), 'utf8')
const section = page.split('\n## What a change touches\n')[1]?.split('\n## ')[0] ?? ''
const named = new Map(
  [...section.matchAll(/^\| (?<added>[^|]+?) \| (?<touches>[^|]+) \|/gm)].flatMap(({ groups }) => {
    const files = [...(groups?.touches ?? '').matchAll(/`([^`]+\/[^`]*)`/g)].flatMap(([, file]) => file ?? [])
    return files.length > 0 ? [[groups?.added ?? '', files] as const] : []
  }),
)

/** A file's text with the change made; a new file begins as the empty text. */
type Edits = Record<string, (source: string) => string>

/** Each addition: `begun` is where one begins; then the compiler complains in `finds`, until `rest` is done. */
const additions: Record<string, { begun: Edits; finds: string[]; rest: Edits }> = {
  'a case state': {
    // as `npm run generate` makes it of prisma/schema.prisma
    begun: { 'prisma/client/enums.ts': behind('export const CaseStatus = {', "passed_on: 'passed_on',") },
    finds: ['src/cases/statuses.ts', 'src/cases/transitions.ts'],
    rest: {
      'src/cases/statuses.ts': behind('stageOf: Record<CaseStatus, CaseStage> = {', "passed_on: 'in_hand',"),
      'src/cases/transitions.ts': (source) =>
        changed(source, source.replaceAll(/\bwithdrawn: /g, "passed_on: to('accepted'), withdrawn: ")),
    },
  },
  'a role': {
    begun: { 'prisma/client/enums.ts': behind('export const GrantRole = {', "grid_member: 'grid_member',") },
    finds: ['src/access/grants.ts'],
    rest: { 'src/access/grant.ts': behind('export type Role =', "'grid_member' |") },
  },
  'a topic': {
    begun: {
      'src/cards/roads.ts': () => `
        import type { CardDefinition } from './card-definition.ts'
        export const roads: CardDefinition = {
          topic: 'roads', icon: '🛣', version: 1,
        }`,
    },
    finds: ['src/cards/roads.ts'],
    rest: {
      'src/cards/roads.ts': (source) =>
        `import { askAbout } from './common-questions.ts'\n${behind(
          'version: 1,',
          "concernsHealth: false, questions: askAbout('roads', { aspects: [], own: [] }),",
        )(source)}`,
      'src/cards/topics.ts': (source) =>
        `import { roads } from './roads.ts'\n${behind('cards: readonly CardDefinition[] = [', 'roads,')(source)}`,
    },
  },
  'a button': {
    begun: {
      'src/presses/buttons.ts': behind('export const buttons = {', "bell: button('bell', {}, anybody),"),
    },
    finds: ['src/bot/press.ts', 'test/presses/every-press.ts'],
    rest: {
      'src/bot/press.ts': behind(
        'handlers: PressHandlers<PressKind> = {',
        "bell: async () => ({ screen: 'menu' }),",
      ),
      'test/presses/every-press.ts': behind("Omit<PressOf<Kind>, 'kind'>[] } = {", 'bell: [{}],'),
    },
  },
  'a job': {
    begun: {
      'src/jobs/ring-bell.ts': () => `
        import { z } from 'zod'
        import { defineJob, retries } from './define-job.ts'
        import { done } from './job-deps.ts'
        const payload = z.object({ times: z.int() })
        declare module '../db/job.ts' {
          interface Jobs { 'ring-bell': z.output<typeof payload> }
        }
        export const ringBell = defineJob({
          name: 'ring-bell', payload, retry: retries.news, handle: async () => done({ rung: 1 }),
        })`,
    },
    finds: ['src/jobs/catalogue.ts'],
    rest: {
      'src/jobs/catalogue.ts': (source) =>
        `import { ringBell } from './ring-bell.ts'\n${behind('const all = [', 'ringBell,')(source)}`,
    },
  },
  'a sink': {
    begun: {
      'src/sinks/sink.ts': behind('sinks = { telegram: telegramAbilities', ', loudspeaker: { edit: false }'),
    },
    finds: ['src/sinks/sink.ts'],
    rest: {
      'src/sinks/loudspeaker/abilities.ts': () => `
        export const loudspeakerAbilities = {
          edit: false, delete: false, picture: false, longestAlbum: 1, longestText: 200, longestCaption: 0,
        }`,
      'src/sinks/sink.ts': (source) =>
        `import { loudspeakerAbilities } from './loudspeaker/abilities.ts'\n${changed(
          source,
          source.replace('{ edit: false }', 'loudspeakerAbilities'),
        )}`,
    },
  },
}

it('docs/ARCHITECTURE.md names no file that is not there', () => {
  const paths = [...page.matchAll(/(?<![\w<>./-])[\w.-]+(?:\/[\w-]+)*\/[\w.-]+\.ts\b/g)].map(([path]) => path)
  const folders = ['', 'src']
  expect(paths.length).toBeGreaterThan(40)
  expect(paths.filter((path) => !folders.some((each) => existsSync(join(ROOT, each, path))))).toEqual([])
})

describe('what a change touches, as docs/ARCHITECTURE.md says,', () => {
  let folder = ''
  let found: string[] = []
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'xiangyin-touches-'))
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
    for (const path of ['src', 'prisma', 'test/presses/every-press.ts', 'package.json', 'tsconfig.json'])
      cpSync(join(ROOT, path), join(folder, path), { recursive: true })
    found = await filesWithErrors(
      folder,
      Object.values(additions).map(({ begun }) => begun),
    )
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('is told of each of the six, in files that are there', () => {
    expect([...named.keys()].sort()).toEqual(Object.keys(additions).sort())
    expect([...named.values()].flat().filter((path) => !isThere(path))).toEqual([])
  })

  it.each(Object.entries(additions))(
    'is found by the compiler where somebody only begins to add %s',
    (added, { finds }) => {
      expect(found).toEqual(expect.arrayContaining(finds))
      expect(finds.filter((file) => !isNamed(added, file))).toEqual([])
    },
  )

  it('is in no file that is not named', () => {
    expect(found.filter((file) => ![...named.keys()].some((added) => isNamed(added, file)))).toEqual([])
  })

  it('is all that the compiler asks for: one more of each of the six compiles', async () => {
    const steps = Object.entries(additions).flatMap(([added, { begun, rest }]) => {
      const beyond = [...Object.keys(begun), ...Object.keys(rest)].filter(
        // what is generated
        (file) => !file.startsWith('prisma/client/') && !isNamed(added, file),
      )
      expect(beyond).toEqual([])
      return [begun, rest]
    })
    expect(await filesWithErrors(folder, steps)).toEqual([])
  })
})

/** Makes the changes, asks the compiler, and takes them back. */
async function filesWithErrors(folder: string, steps: readonly Edits[]): Promise<string[]> {
  const touched = new Set(steps.flatMap((edits) => Object.keys(edits)))
  try {
    for (const [path, edit] of steps.flatMap((edits) => Object.entries(edits))) {
      const file = join(folder, path)
      const source = existsSync(file) ? readFileSync(file, 'utf8') : ''
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, edit(source))
    }
    const said = await run(join(folder, 'node_modules', '.bin', 'tsc'), ['--noEmit'], {
      cwd: folder,
      maxBuffer: 16 * 1024 * 1024,
    }).then(
      () => null,
      (error: { stdout?: string }) => error.stdout ?? '',
    )
    if (said === null) return []
    const files = [...said.matchAll(/^(\S+)\(\d+,\d+\): error /gm)].flatMap(([, file]) => file ?? [])
    if (files.length === 0) throw new Error(`the compiler did not compile: ${said}`)
    return [...new Set(files)]
  } finally {
    for (const path of touched) {
      if (existsSync(join(ROOT, path))) cpSync(join(ROOT, path), join(folder, path))
      else rmSync(join(folder, path), { force: true })
    }
  }
}

function isNamed(added: string, file: string): boolean {
  return (named.get(added) ?? []).some((path) => asPattern(path).test(file))
}

/** `<topic>` and `*` stand for one name, a folder for all that is in it. */
function asPattern(path: string): RegExp {
  const pattern = path
    .replace(/[.+()]/g, '\\$&')
    .replaceAll(/<[^>]+>|\*/g, '[^/]+')
    .replace(/\/$/, '/.+')
  return new RegExp(`^${pattern}$`)
}

function isThere(path: string): boolean {
  if (!/[<*]/.test(path)) return existsSync(join(ROOT, path))
  const top = dirname(`${path.split(/[<*]/)[0]}x`)
  const pattern = asPattern(path)
  return readdirSync(join(ROOT, top), { recursive: true, encoding: 'utf8' }).some((file) =>
    pattern.test(join(top, file)),
  )
}

/** Puts something right behind what stands once in a file. */
function behind(place: string, addition: string): (source: string) => string {
  return (source) => {
    if (source.split(place).length !== 2) throw new Error(`once and no more it should say: ${place}`)
    return source.replace(place, () => `${place} ${addition}`)
  }
}

function changed(before: string, after: string): string {
  if (before === after) throw new Error('nothing was changed')
  return after
}
