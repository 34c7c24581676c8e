import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Api } from 'grammy'
import { openStore } from './attachments/open-store.ts'
import { type BotRunner, createBotRunner } from './bot/bot-runner.ts'
import type { Config } from './config.ts'
import { chatNotes } from './db/chat-notes.ts'
import type { Database } from './db/database.ts'
import { isSchemaCurrent } from './db/is-schema-current.ts'
import { openDatabase } from './db/open-database.ts'
import { loadTexts } from './i18n/texts.ts'
import { forgetJobs } from './jobs/forget-jobs.ts'
import { openQueues } from './jobs/open-queues.ts'
import { postInterimDigestsNow } from './jobs/post-interim-digests-now.ts'
import { startWorker } from './jobs/start-worker.ts'
import type { Clock } from './lib/clock.ts'
import { closers } from './lib/closers.ts'
import type { Random } from './lib/random.ts'
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
import { createWeb } from './web/create-web.ts'
import { type Listening, listen } from './web/listen.ts'

export interface App {
  /** where it listens; null without the role web */
  readonly address: string | null
  /** stops taking work, finishes what runs, closes everything; may be called twice */
  stop(): Promise<void>
}

/** Why the program does not start; a sentence for the operator. */
export type CreateAppResult = { ok: true; app: App } | { ok: false; reason: string }

const LOCALES = join(import.meta.dirname, '..', 'locales')

/**
 * The composition root: makes everything from the configuration and starts the roles of this process. What was started
 * before something failed is closed again. `locales` is a folder of texts, the product's own where none is given.
 */
export async function createApp(
  config: Config,
  deps: { clock: Clock; random: Random; log: Logger; locales?: string },
): Promise<CreateAppResult> {
  const { clock, random, log, locales = LOCALES } = deps
  const close = closers()
  try {
    const texts = loadTexts(locales, config.defaultLocale)
    mkdirSync(config.dataFolder, { recursive: true })
    const opened = await openDatabase(config.database)
    if (!opened.ok)
      return {
        ok: false,
        reason: `${opened.folder} is in use by ${opened.holder}; stop it first, or set another DATA_DIR`,
      }
    const { database } = opened
    close.add('database', () => database.close())
    const coordinated = await openCoordination(config, log)
    if (!coordinated.ok) {
      await close.all(log)
      return {
        ok: false,
        reason: `the database is in use by ${coordinated.holder}; several processes need REDIS_URL`,
      }
    }
    const { coordination, redis } = coordinated
    close.add('coordination', () => coordination.close())

    // what the bot sends, as an answer or on its own account, is one budget
    const pace = createPace(
      redis && config.redis ? { redis: { client: redis, prefix: config.redis.prefix } } : {},
    )
    close.add('pace', async () => pace.stop())

    const isWorker = config.roles.has('worker')
    const queues = await openQueues(database, log, { supervise: isWorker, clock })
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

    let runner: BotRunner | null = null
    let listening: Listening | null = null
    if (config.roles.has('web')) {
      const web = createWeb({
        checks: checksOf(database, coordination.ping, () => runner?.isReachable() ?? Promise.resolve(true)),
        webhook:
          config.updates.kind === 'webhook'
            ? {
                secret: config.updates.secret,
                handle: async (update) => {
                  if (!runner) throw new Error('the bot is not ready yet')
                  await runner.handle(update)
                },
                onError: (err) => log.error({ err }, 'an update failed and will come again'),
              }
            : null,
        root: playground?.app ?? null,
      })
      listening = await listen(web, config.listen)
      close.add('web', () => listening?.close() ?? Promise.resolve())
    }
    if (playground) close.add('playground', () => playground.close())

    const apiRoot = config.telegram.kind === 'api' ? config.telegram.apiRoot : (listening?.url ?? '')
    const { token } = config.telegram

    if (isWorker) {
      const api = new Api(token, { apiRoot })
      const openFile = createOpenFile(api, { token, apiRoot })
      const sender = createSender({ api, pace })
      await startWorker({ ...shared, sender, openFile }, queues, { digestHour: config.digests.hour })
    }
    if (playground) await fillPlayground(prisma, playground.world)

    const handlesWebhook = config.updates.kind === 'webhook' && config.roles.has('web')
    if (config.roles.has('bot') || handlesWebhook) {
      runner = await createBotRunner(
        {
          ...shared,
          statements: database.statements,
          notes: chatNotes(prisma, clock),
          regions: createRegionMemory(prisma, database.changes),
          recordings: createRecordingMemory(prisma, database.changes),
          coordination,
          sendJob: queues.sendJob,
          forgetJobs,
          rateLimiter: createRateLimiter(config.rateLimit, redis, config.redis?.prefix ?? ''),
        },
        { token, apiRoot, updates: config.updates, fetches: config.roles.has('bot') },
      )
      close.add('bot', () => runner?.stop() ?? Promise.resolve())
    }
    return { ok: true, app: { address: listening?.url ?? null, stop: () => close.all(log) } }
  } catch (error) {
    await close.all(log)
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
