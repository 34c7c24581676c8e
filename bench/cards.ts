import { execFile } from 'node:child_process'
import { cpus } from 'node:os'
import { promisify } from 'node:util'
import { type Places, preparePlaces } from './cards/places.ts'
import { type RunOptions, type RunResult, runSubject } from './cards/run-subject.ts'
import { subjectOf, subjects } from './cards/subjects.ts'
import type { Bench } from './support/bench.ts'
import { markdownTable } from './support/markdown-table.ts'
import { percentile } from './support/percentile.ts'
import { createScratchDatabase } from './support/scratch-database.ts'

const BUSY_CASES = 200

/** Complete cards a second, beside what people would otherwise build. */
export const cardsBench: Bench = {
  options: {
    short: 'a few cards of everything, to see that it runs',
    residents: 'how many fill in cards at once, default 50,200',
    updates: 'webhook, polling or both, default webhook,polling',
    subjects: `some of ${subjects.map(({ name }) => name).join(',')}`,
    rounds: 'how often each is measured, in turns, default 3',
    parts: 'some of speed,counts,busy,questions; default all',
  },
  run: async (options) => {
    const isShort = options.short !== undefined
    const list = (given: string | undefined, otherwise: string) => (given || otherwise).split(',')
    const residents = list(options.residents, isShort ? '10' : '50,200').map(Number)
    const ways = list(options.updates, 'webhook,polling') as RunOptions['updates'][]
    const chosen = list(options.subjects, subjects.map(({ name }) => name).join(',')).map(subjectOf)
    const rounds = Number(options.rounds ?? (isShort ? 1 : 3))
    const parts = list(options.parts, 'speed,counts,busy,questions')
    const sizeOf = (many: number) => ({ residents: many, warmUp: many, cards: isShort ? many : 4 * many })

    const places = await preparePlaces()
    try {
      if (!places.server) return console.log('No PostgreSQL here: nothing to compare with.')
      console.log(
        `${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString()}\n`,
      )
      const all = [...chosen]
      if (parts.includes('speed'))
        for (const updates of ways)
          for (const many of residents) await compare(places, all, { updates, ...sizeOf(many) }, rounds)
      if (parts.includes('counts')) await count(places, all, isShort ? 10 : 100)
      const ourOwn = all.filter(({ isOurs }) => isOurs).slice(0, 1)
      if (parts.includes('busy')) await busy(places, ourOwn, sizeOf(residents[0] ?? 50), isShort)
      if (parts.includes('questions')) await questions(places, ourOwn, isShort)
    } finally {
      await places.close()
    }
  },
}

const rate = (run: RunResult) => run.cards / run.seconds
const median = (values: number[]) => percentile(values, 0.5)
const fixed = (value: number, digits = 1) => (Number.isFinite(value) ? value.toFixed(digits) : '')

async function compare(
  places: Places,
  chosen: typeof subjects,
  options: RunOptions,
  rounds: number,
): Promise<void> {
  const runs = new Map<string, RunResult[]>(chosen.map(({ name }) => [name, []]))
  const able = chosen.filter(({ processes }) => processes === 1 || options.updates === 'webhook')
  for (let round = 0; round < rounds; round++)
    for (const subject of able) runs.get(subject.name)?.push(await runSubject(places, subject, options))
  const us = runs.get('product')
  const ratios = (name: string) => {
    const theirs = runs.get(name) ?? []
    const each = (us ?? []).map((run, i) => rate(run) / rate(theirs[i] as RunResult))
    if (each.length === 0 || name === 'product') return ''
    const range = each.length > 1 ? ` (${fixed(Math.min(...each), 2)} to ${fixed(Math.max(...each), 2)})` : ''
    return `${fixed(median(each), 2)}${range}`
  }
  const floor = await bareInserts(places, options.residents)
  console.log(`### ${options.residents} residents at once, by ${options.updates}\n`)
  const rows = able.map(({ name, title }) => {
    const all = runs.get(name) ?? []
    const latencies = all.flatMap((run) => run.latencies.flat())
    const perUpdate = (of: 'bot' | 'server') =>
      median(all.map((run) => (run.cpu[of] / (run.cards * run.updatesPerCard)) * 1000))
    const failures = all.reduce((sum, run) => sum + run.failures.length, 0)
    return [
      title,
      fixed(median(all.map(rate))),
      ratios(name),
      fixed(perUpdate('bot'), 2),
      fixed(perUpdate('server'), 2),
      ...[0.5, 0.95, 0.99].map((share) => fixed(percentile(latencies, share), 0)),
      String(failures),
    ]
  })
  rows.push(['bare INSERTs, one a card', fixed(floor, 0), '', '', '', '', '', '', ''])
  const head = [
    '',
    'cards/s',
    'Xiangyin : it',
    'bot CPU, ms/update',
    'server CPU, ms/update',
    'p50 ms',
    'p95 ms',
    'p99 ms',
    'failed',
  ]
  console.log(`${markdownTable(head, rows)}\n`)
}

async function bareInserts(places: Places, residents: number): Promise<number> {
  const database = await createScratchDatabase(places.server ?? undefined)
  if (!database) return Number.NaN
  try {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['bench/peers/inserts.ts', String(residents), '5000'],
      { env: { ...process.env, DATABASE_URL: database.url } },
    )
    return Number(stdout)
  } finally {
    await database.drop()
  }
}

async function count(places: Places, chosen: typeof subjects, cards: number): Promise<void> {
  const rows: string[][] = []
  for (const subject of chosen) {
    const run = await runSubject(places, subject, {
      updates: 'webhook',
      residents: 10,
      warmUp: 0,
      cards,
      counts: true,
    })
    const { counted } = run
    rows.push([
      subject.title,
      ...(counted && subject.database === 'server'
        ? [counted.statements, counted.commits, counted.commands, counted.waits].map((each) => fixed(each, 2))
        : ['', '', '', '']),
      fixed(run.callsPerCard.reduce((sum, [, calls]) => sum + calls, 0)),
      run.callsPerCard.map(([method, calls]) => `${method} ${fixed(calls)}`).join(', '),
    ])
  }
  console.log('### What an update asks of the servers, and a card of Telegram\n')
  const head = [
    'for an update',
    'statements',
    'commits',
    'Redis commands',
    'round trips',
    'calls a card',
    'which',
  ]
  console.log(`${markdownTable(head, rows)}\n`)
}

async function busy(
  places: Places,
  chosen: typeof subjects,
  size: Pick<RunOptions, 'residents' | 'warmUp' | 'cards'>,
  isShort: boolean,
): Promise<void> {
  const rows: string[][] = []
  for (const subject of chosen) {
    const options = { updates: 'webhook', ...size, warmUp: isShort ? 20 : BUSY_CASES } as const
    const many = await runSubject(places, subject, options)
    const one = await runSubject(places, subject, { ...options, isBusyVillage: true })
    for (const [title, run] of [
      ['many villages', many],
      [`one village with ${options.warmUp} open cases and more`, one],
    ] as const) {
      const latencies = run.latencies.flat()
      rows.push([
        title,
        fixed(rate(run)),
        fixed(rate(run) / rate(many), 2),
        fixed((run.cpu.server / (run.cards * run.updatesPerCard)) * 1000, 2),
        ...[0.5, 0.95, 0.99].map((share) => fixed(percentile(latencies, share), 0)),
      ])
    }
  }
  console.log(`### One busy village, ${size.residents} residents at once, by webhook\n`)
  console.log(
    `${markdownTable(['', 'cards/s', 'to many', 'server CPU, ms/update', 'p50 ms', 'p95 ms', 'p99 ms'], rows)}\n`,
  )
}

async function questions(places: Places, chosen: typeof subjects, isShort: boolean): Promise<void> {
  const rows: string[][] = []
  for (const subject of chosen)
    for (const total of [10, 40]) {
      const run = await runSubject(places, subject, {
        updates: 'webhook',
        residents: isShort ? 2 : 10,
        warmUp: isShort ? 2 : 30,
        cards: isShort ? 5 : 200,
        questions: total,
      })
      const at = (step: number) => run.latencies.map((steps) => steps.at(step) ?? Number.NaN)
      // the script's first question is step 3, its last the one before the review
      const [first, lastOwn, last] = [at(3), at(-6), at(-2)]
      const p50 = (values: number[]) => percentile(values, 0.5)
      rows.push([
        `${total} questions`,
        fixed(p50(first), 2),
        fixed(p50(lastOwn), 2),
        fixed(p50(last), 2),
        fixed(p50(lastOwn) / p50(first), 2),
        fixed(p50(last) / p50(first), 2),
      ])
    }
  console.log('### The last question and the first, ms until the next screen is there (median)\n')
  const head = [
    '',
    'first',
    'last of the topic',
    'last, to the review',
    'last of the topic : first',
    'last : first',
  ]
  console.log(`${markdownTable(head, rows)}\n`)
}
