import { join } from 'node:path'
import { openStore } from './attachments/open-store.ts'
import { type BotRunner, createBotRunner } from './bot/bot-runner.ts'
import { createReadersMemory } from './committees/readers-memory.ts'
import type { Config } from './config.ts'
import type { Database } from './db/database.ts'
import { isSchemaCurrent } from './db/is-schema-current.ts'
import { openDatabase } from './db/open-database.ts'
import { createVisitMemory } from './feedback/visit-memory.ts'
import { loadTexts } from './i18n/texts.ts'
import { forgetJobs } from './jobs/forget-jobs.ts'
import { openQueues } from './jobs/open-queues.ts'
import { postInterimDigestsNow } from './jobs/post-interim-digests-now.ts'
import { startWorker } from './jobs/start-worker.ts'
import type { Clock } from './lib/clock.ts'
import { closers } from './lib/closers.ts'
import { openDataFolder } from './lib/open-data-folder.ts'
import type { Random } from './lib/random.ts'
import { rememberFor } from './lib/remember-for.ts'
import type { Logger } from './logger.ts'
import { openCoordination } from './open-coordination.ts'
import { fillPlayground } from './playground/fill-playground.ts'
import { openPlayground } from './playground/open-playground.ts'
import { ADMINISTRATOR_ID } from './playground/people.ts'
import { createRecordingMemory } from './recordings/recording-memory.ts'
import { createRateLimiter } from './redis/create-rate-limiter.ts'
import { createRegionMemory } from './regions/region-memory.ts'
import { createSender } from './sinks/telegram/create-sender.ts'
import { createOpenFile } from './sinks/telegram/open-file.ts'
import { createPace } from './sinks/telegram/pace/create-pace.ts'
import { createApi, useProxyForFetch } from './sinks/telegram/telegram-client.ts'
import {
  databaseInUse,
  explainDatabase,
  explainFolder,
  explainListening,
  explainRedis,
  explainTelegram,
  folderInUse,
} from './startup/explain-failure.ts'
import { listGaps } from './startup/list-gaps.ts'
import { orRefuse, Refused } from './startup/refused.ts'
import type { StartRefusal } from './startup/start-refusal.ts'
import { createWeb } from './web/create-web.ts'
import { type Listening, listen, probePort } from './web/listen.ts'

export interface App {
  /** where it listens; null without the role web */
  readonly address: string | null
  /** stops taking work, finishes what runs, closes everything; may be called twice */
  stop(): Promise<void>
}

export type CreateAppResult =
  | { ok: true; app: App }
  /** why the program does not start, for the operator */
  | { ok: false; code: 'refused'; refusal: StartRefusal }
  /** it was told to stop while it waited for Telegram */
  | { ok: false; code: 'stopped' }

/** How long Telegram's last answer is good for /readyz. */
const TELEGRAM_CHECK_MS = 15_000
const LOCALES = join(import.meta.dirname, '..', 'locales')

/**
 * The composition root: makes everything from the configuration and starts the roles of this process. What was started
 * before something failed is closed again. `locales` is a folder of texts, the product's own where none is given; `stopping`
 * ends the waiting for Telegram.
 */
export async function createApp(
  config: Config,
  deps: { clock: Clock; random: Random; log: Logger; locales?: string; stopping?: AbortSignal },
): Promise<CreateAppResult> {
  const { clock, random, log, locales = LOCALES, stopping = new AbortController().signal } = deps
  const close = closers()
  try {
    const texts = loadTexts(locales, config.defaultLocale)
    const atPort = (error: unknown) => explainListening(error, config.listen)
    const inFolder = (error: unknown) => explainFolder(error, config.dataFolder)
    const inDatabase = (error: unknown) =>
      'url' in config.database ? explainDatabase(error, config.database.url) : inFolder(error)
    if (config.roles.has('web')) await orRefuse(() => probePort(config.listen), atPort)
    await orRefuse(() => openDataFolder(config.dataFolder), inFolder)
    const opened = await orRefuse(() => openDatabase(config.database), inDatabase)
    if (!opened.ok) throw new Refused(folderInUse(opened))
    const { database } = opened
    close.add('database', () => database.close())
    const coordinated = await orRefuse(
      () => openCoordination(config, log),
      (error) => (config.redis ? explainRedis(error, config.redis.url) : inDatabase(error)),
    )
    if (!coordinated.ok) throw new Refused(databaseInUse(coordinated))
    const { coordination, redis } = coordinated
    close.add('coordination', () => coordination.close())

    // what the bot sends, as an answer or on its own account, is one budget
    const pace = createPace({
      ...(redis && config.redis ? { redis: { client: redis, prefix: config.redis.prefix } } : {}),
      perSecond: config.messagesPerSecond,
    })
    close.add('pace', async () => pace.stop())

    const isWorker = config.roles.has('worker')
    const queues = await orRefuse(() => openQueues(database, log, { supervise: isWorker, clock }), inDatabase)
    close.add('queues', () => queues.close())
    const { prisma } = database
    const administratorIds =
      config.telegram.kind === 'playground'
        ? [...config.administratorIds, ADMINISTRATOR_ID]
        : config.administratorIds
    const { timeZone, digests } = config
    const attachments = await openStore(config.attachments)
    const shared = {
      prisma,
      clock,
      random,
      texts,
      log,
      attachments,
      administratorIds,
      timeZone,
      retentionDays: config.retentionDays,
      cadence: digests.cadence,
    }

    const playground =
      config.telegram.kind === 'playground'
        ? openPlayground({
            folder: config.dataFolder,
            token: config.telegram.token,
            clock,
            log,
            postDigest: async () => void (await postInterimDigestsNow(shared, shared, queues.sendJob)),
          })
        : null

    const handlesWebhook = config.updates.kind === 'webhook' && config.roles.has('web')
    const needsTelegram = config.roles.has('bot') || handlesWebhook
    let runner: BotRunner | null = null
    const isTelegramReachable = rememberFor(TELEGRAM_CHECK_MS, async () =>
      runner ? await runner.isReachable() : !needsTelegram,
    )
    let listening: Listening | null = null
    if (config.roles.has('web')) {
      const web = createWeb({
        checks: checksOf(database, coordination.ping, isTelegramReachable),
        webhook:
          config.updates.kind === 'webhook'
            ? {
                secret: config.updates.secret,
                handle: async (update) => {
                  if (!runner) throw new Error('the bot is not ready yet')
                  return await runner.handle(update)
                },
                onError: (err) => log.error({ err }, 'an update failed and will come again'),
              }
            : null,
        root: playground?.app ?? null,
      })
      listening = await orRefuse(() => listen(web, config.listen), atPort)
      close.add('web', () => listening?.close() ?? Promise.resolve())
    }
    if (playground) close.add('playground', () => playground.close())

    const address =
      config.telegram.kind === 'api'
        ? config.telegram
        : { token: config.telegram.token, apiRoot: listening?.url ?? '', proxy: null }
    if (address.proxy) {
      const restore = useProxyForFetch(address.proxy)
      close.add('proxy', async () => restore())
    }

    if (isWorker) {
      const api = createApi(address)
      const openFile = createOpenFile(api, address)
      const sender = createSender({ api, pace })
      await startWorker({ ...shared, sender, openFile }, queues, { digestHour: config.digests.hour })
    }
    if (playground) await fillPlayground(prisma, playground.world)

    if (needsTelegram) {
      const created = await createBotRunner(
        {
          ...shared,
          statements: database.statements,
          regions: createRegionMemory(prisma, database.changes),
          recordings: createRecordingMemory(prisma, database.changes),
          readers: createReadersMemory(prisma, database.changes),
          visits: createVisitMemory(),
          coordination,
          pace,
          sendJob: queues.sendJob,
          forgetJobs,
          rateLimiter: createRateLimiter(config.rateLimit, redis, config.redis?.prefix ?? ''),
        },
        { ...address, updates: config.updates, fetches: config.roles.has('bot'), stopping },
      )
      if (!created.ok) {
        if (created.code === 'stopped') {
          await close.all(log)
          return { ok: false, code: 'stopped' }
        }
        throw new Refused(explainTelegram(created, { apiRoot: address.apiRoot, publicUrl: config.publicUrl }))
      }
      runner = created.runner
      close.add('bot', () => runner?.stop() ?? Promise.resolve())
    }
    if (!playground) for (const gap of await listGaps(prisma, administratorIds)) log.warn(gap)
    return { ok: true, app: { address: listening?.url ?? null, stop: () => close.all(log) } }
  } catch (error) {
    await close.all(log)
    if (error instanceof Refused) return { ok: false, code: 'refused', refusal: error.refusal }
    throw error
  }
}

function checksOf(database: Database, pingRedis: () => Promise<boolean>, pingBot: () => Promise<boolean>) {
  return {
    database: async () => (await database.prisma.$queryRaw`SELECT 1`) !== null,
    schema: () => isSchemaCurrent(database.prisma),
    coordination: pingRedis,
    bot: pingBot,
  }
}
