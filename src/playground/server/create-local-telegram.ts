import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Clock } from '../../lib/clock.ts'
import type { PlaygroundAction, PlaygroundLink } from '../contract.ts'
import { botApiRoutes } from './http/bot-api-routes.ts'
import { type Caller, callMethod } from './http/call-method.ts'
import { controlRoutes } from './http/control-routes.ts'
import { createLimiter } from './http/create-limiter.ts'
import { readRequest } from './http/read-request.ts'
import { defaultSettings, type LocalTelegramSettings } from './local-telegram-settings.ts'
import type { Runtime } from './runtime.ts'
import { createChatStore } from './store/create-chat-store.ts'
import { createFileStore } from './store/create-file-store.ts'
import { createKeyValueStore } from './store/create-key-value-store.ts'
import { createMessageStore } from './store/create-message-store.ts'
import { createPeopleStore } from './store/create-people-store.ts'
import { createQueryStore } from './store/create-query-store.ts'
import { createTransaction } from './store/create-transaction.ts'
import { createUpdateStore } from './store/create-update-store.ts'
import { openDatabase } from './store/open-database.ts'
import { createGivenUpdates } from './updates/create-given-updates.ts'
import { createPoller } from './updates/create-poller.ts'
import { createUpdateQueue } from './updates/create-update-queue.ts'
import { createWebhookSender } from './updates/create-webhook-sender.ts'
import { createCallLog } from './world/create-call-log.ts'
import { createEventHub } from './world/create-event-hub.ts'
import { createFaults } from './world/create-faults.ts'
import { createPressDesk } from './world/create-press-desk.ts'
import { createWorld, type World } from './world/create-world.ts'

export interface LocalTelegramOptions {
  /** SQLite file, or ':memory:' */
  path: string
  /** bot token, `123456:abc...` */
  token: string
  bot: { username: string; firstName: string }
  /** the only source of time for whatever bears a date */
  clock: Clock
  actions?: { action: PlaygroundAction; run: () => Promise<void> }[]
  /** links that the page offers to those who have not spoken to the bot yet */
  links?: PlaygroundLink[]
  /** puts `clock` forward; without it `POST /playground/clock` answers 404 */
  moveClock?: (to: Date) => Promise<void>
  settings?: Partial<LocalTelegramSettings>
  log?: Pick<Logger, 'warn' | 'error'>
}

export interface LocalTelegram {
  /** `/bot<token>/...`, `/file/...` and `/playground/...` */
  readonly app: Hono
  readonly world: World
  close(): Promise<void>
}

/** A Telegram on this machine: its Bot API for a bot, a control interface for the chat page, a world for tests. */
export function createLocalTelegram(options: LocalTelegramOptions): LocalTelegram {
  const { clock, token, log } = options
  const settings = { ...defaultSettings, ...options.settings }
  const database = openDatabase(options.path)
  const transaction = createTransaction(database)
  const keyValues = createKeyValueStore(database)
  const pending = createUpdateStore(database)
  const runtime: Runtime = {
    settings,
    clock,
    token,
    bot: { id: Number(token.split(':')[0]), ...options.bot },
    transaction,
    keyValues,
    pending,
    people: createPeopleStore(database),
    chats: createChatStore(database),
    messages: createMessageStore(database),
    files: createFileStore(database),
    queries: createQueryStore(database),
    updates: createUpdateQueue({ transaction, keyValues, pending, clock, settings }),
    events: createEventHub(transaction, randomBytes(4).toString('hex')),
    presses: createPressDesk(),
  }
  const calls = createCallLog(settings.callHistory)
  const faults = createFaults()
  const given = createGivenUpdates(settings.callHistory)
  const poller = createPoller({ ...runtime, given })
  const webhook = createWebhookSender({
    keyValues,
    pending,
    updates: runtime.updates,
    clock,
    settings,
    given,
    onReply: (response) => runReply(caller, response),
  })
  const limiter = createLimiter({ clock, settings })
  const caller: Caller = {
    runtime,
    calls,
    faults,
    limiter,
    services: { poller, webhook },
    ...(log ? { log } : {}),
  }
  const world = createWorld(runtime, { calls, given, faults })
  const control = controlRoutes({
    runtime,
    world,
    actions: options.actions ?? [],
    links: options.links ?? [],
    ...(options.moveClock ? { moveClock: options.moveClock } : {}),
    onMoved: () => webhook.wake(),
  })
  const app = new Hono()
  app.route('/', botApiRoutes(caller))
  app.route('/playground', control.app)
  webhook.wake()

  let closed = false
  return {
    app,
    world,
    async close() {
      if (closed) return
      closed = true
      poller.close()
      runtime.presses.close()
      control.close()
      await webhook.close()
      database.close()
    },
  }
}

/** telegram-bot-api's WebhookActor: these are not run from a webhook's answer. */
const notInReplies = /^(get.*|setwebhook|deletewebhook|close|logout)$/i

async function runReply(caller: Caller, response: Response): Promise<void> {
  const raw = await readRequest('', response)
  const { method, ...parameters } = raw?.parameters ?? {}
  if (!raw || typeof method !== 'string' || notInReplies.test(method)) return
  await callMethod(caller, method, { ...raw, parameters })
}
