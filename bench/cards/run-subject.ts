import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import { createScratchDatabase } from '../support/scratch-database.ts'
import { openBotApiStub } from './bot-api-stub.ts'
import { cardScript } from './card-script.ts'
import { type CountingProxy, openCountingProxy } from './counting-proxy.ts'
import { type CpuWatch, watchCpu } from './cpu-watch.ts'
import { type Driven, driveResidents } from './drive-residents.ts'
import { copyLocales, type Places, withDatabase } from './places.ts'
import { type BenchChild, freePort, startChild } from './start-child.ts'
import type { Subject } from './subjects.ts'
import { villageWords } from './village-words.ts'

export const REDIS_URL = process.env.BENCH_REDIS_URL ?? 'redis://127.0.0.1:6379'
const TOKEN = '7654321:bench_0123456789abcdefghijklmnopqrstuv'

export interface RunOptions {
  updates: 'webhook' | 'polling'
  residents: number
  warmUp: number
  cards: number
  /** all residents are of one village */
  isBusyVillage?: boolean
  /** a card of so many questions in place of ours for healthcare; only with our own program */
  questions?: number
  /** counts statements and commands by proxies, which makes everything slower */
  counts?: boolean
}

export interface RunResult extends Driven {
  /** updates of a card */
  updatesPerCard: number
  /** seconds of CPU within the measured time */
  cpu: { bot: number; server: number }
  /** calls of the Bot API a card, by method, from start to end */
  callsPerCard: [string, number][]
  /** for an update, null where it was not counted */
  counted: { statements: number; waits: number; commits: number; commands: number } | null
}

/** Starts a subject on a copy of the places, drives it, checks that every word was kept, and takes everything away. */
export async function runSubject(places: Places, subject: Subject, options: RunOptions): Promise<RunResult> {
  const database =
    subject.database === 'server' ? await createScratchDatabase(places.server ?? undefined) : null
  const dataFolder = database ? mkdtempSync(join(places.folder, 'run-')) : await places.embedded()
  const stub = await openBotApiStub()
  const proxies: CountingProxy[] = []
  const through = async (url: string) => {
    if (!options.counts) return url
    const proxy = await openCountingProxy(url)
    proxies.push(proxy)
    return proxy.url
  }
  const prefix = `bench_${process.pid}_${Math.random().toString(36).slice(2, 8)}:`
  const children: BenchChild[] = []
  const said = new Map<number, { words: string; wish: string }>()
  try {
    const shared: Record<string, string> = {
      BOT_TOKEN: TOKEN,
      BOT_API_ROOT: stub.root,
      DATA_DIR: dataFolder,
      UPDATES: options.updates,
      WEBHOOK_SECRET: 'bench-0123456789abcdef',
      RATE_LIMIT: '600',
      // the stub has no limit of its own: nobody is to wait for one that only the real Telegram has; but what keeps it costs
      MESSAGES_PER_SECOND: options.counts ? '100000' : '0',
      ...(database ? { DATABASE_URL: await through(database.url) } : {}),
      ...(subject.usesRedis ? { REDIS_URL: await through(REDIS_URL), REDIS_PREFIX: prefix } : {}),
      ...(options.questions
        ? {
            BENCH_QUESTIONS: String(options.questions),
            BENCH_LOCALES: copyLocales(places.folder, options.questions),
          }
        : {}),
      ...subject.env,
    }
    for (let i = 0; i < subject.processes; i++) {
      const port = await freePort()
      const webhook: Record<string, string> =
        options.updates === 'webhook' ? { PUBLIC_URL: `http://127.0.0.1:${port}` } : {}
      const entry = options.questions ? 'bench/cards/product-with-card.ts' : subject.entry
      children.push(await startChild(entry, { ...shared, PORT: String(port), ...webhook }))
    }

    const ownChoices = (options.questions ?? 9) - 7
    const topicIcon = options.questions ? '📏' : '🏥'
    const scriptOf = (card: number) => {
      const words = villageWords(card)
      said.set(card, words)
      const villageCode =
        places.villages[options.isBusyVillage ? 0 : (card * 7919) % places.villages.length] ?? ''
      return cardScript({ villageCode, ...words, topicIcon, ownChoices })
    }
    let watch: CpuWatch | undefined
    let cpu = { bot: 0, server: 0 }
    const { driven, counted } = await counting(proxies, database?.url ?? null, async () =>
      driveResidents({
        stub,
        residents: options.residents,
        warmUp: options.warmUp,
        cards: options.cards,
        scriptOf,
        onWindow: async (edge) => {
          if (edge === 'begin')
            watch = await watchCpu(
              children.map(({ pid }) => pid),
              database?.url ?? null,
            )
          else {
            cpu = (await watch?.read()) ?? cpu
            await watch?.stop()
          }
        },
      }),
    )
    // who confirms an update before it is kept is given the time to keep it
    await new Promise((resolve) => setTimeout(resolve, 500))
    await Promise.all(children.map((child) => child.stop()))
    const kept = await keptWords(subject, database ? { url: database.url } : { folder: dataFolder })
    const expected = [...said.values()].map(({ words, wish }) => `${words}/${wish}`)
    const missing = expected.filter((each) => !kept.includes(each)).length
    // who confirms updates before they are kept loses some, which is what it is there to show
    if (subject.env.CONFIRM === 'early')
      driven.failures.push(...Array.from({ length: missing }, () => 'a card that was not kept'))
    else if (
      missing > driven.failures.length ||
      (driven.failures.length === 0 && kept.length !== driven.completed)
    )
      throw new Error(`${subject.title}: ${driven.completed} cards, ${kept.length} kept, ${missing} missing`)
    const updatesPerCard = scriptOf(0).length
    const inAll = driven.completed * updatesPerCard
    return {
      ...driven,
      updatesPerCard,
      cpu,
      callsPerCard: [...stub.calls]
        .filter(([method]) => !/^(getUpdates|get|set|delete(My|Webhook))/.test(method))
        .map(([method, calls]): [string, number] => [method, calls / driven.completed])
        .filter(([, calls]) => calls > 0.05),
      counted: counted && {
        statements: counted.statements / inAll,
        waits: counted.waits / inAll,
        commits: counted.commits / inAll,
        commands: counted.commands / inAll,
      },
    }
  } catch (error) {
    const outputs = children.map((child) => child.output().slice(-2000)).join('\n')
    throw new Error(`${subject.title} failed; it wrote\n${outputs}`, { cause: error })
  } finally {
    await Promise.all(children.map((child) => child.stop()))
    await Promise.all(proxies.map((proxy) => proxy.close()))
    await stub.close()
    await database?.drop()
    if (subject.usesRedis) await forgetKeys(prefix)
  }
}

async function counting<T>(
  proxies: readonly CountingProxy[],
  databaseUrl: string | null,
  use: () => Promise<T>,
): Promise<{ driven: T; counted: RunResult['counted'] }> {
  if (proxies.length === 0) return { driven: await use(), counted: null }
  const client = new pg.Client({ connectionString: databaseUrl ?? undefined })
  if (databaseUrl) await client.connect()
  const read = async () => {
    const { rows } = await client.query<{ commits: string }>(
      'SELECT xact_commit AS commits FROM pg_stat_database WHERE datname = current_database()',
    )
    const [server, redis] = proxies.map((proxy) => proxy.read())
    return {
      statements: server?.sent ?? 0,
      waits: (server?.waits ?? 0) + (redis?.waits ?? 0),
      commits: Number(rows[0]?.commits ?? 0),
      commands: redis?.sent ?? 0,
    }
  }
  const before = await read()
  const driven = await use()
  // backends tell their commits with a delay of up to a second
  await new Promise((resolve) => setTimeout(resolve, 1500))
  const after = await read()
  await client.end()
  const counted = Object.fromEntries(
    Object.entries(after).map(([key, value]) => [key, value - before[key as keyof typeof before]]),
  ) as NonNullable<RunResult['counted']>
  return { driven, counted }
}

/** Words and wish of every card that was kept. */
async function keptWords(
  subject: Subject,
  location: { url: string } | { folder: string },
): Promise<string[]> {
  return await withDatabase(location, async ({ prisma }) => {
    const rows = subject.isOurs
      ? await prisma.$queryRaw<{ kept: string }[]>`SELECT words || '/' || wish AS kept FROM submission`
      : await prisma.$queryRaw<{ kept: string }[]>`
          SELECT (answers->>-5) || '/' || (answers->>-4) AS kept FROM card`
    return rows.map(({ kept }) => kept)
  })
}

async function forgetKeys(prefix: string): Promise<void> {
  const redis = new Redis(REDIS_URL)
  for await (const keys of redis.scanStream({ match: `*${prefix}*`, count: 1000 }))
    if (keys.length > 0) await redis.unlink(...(keys as string[]))
  await redis.quit()
}
