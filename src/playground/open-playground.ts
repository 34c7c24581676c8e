import { join } from 'node:path'
import { Hono } from 'hono'
import type { Clock } from '../lib/clock.ts'
import { isMovable, type MovableClock } from '../lib/movable-clock.ts'
import type { Logger } from '../logger.ts'
import { createPageRoutes } from './page/serve-page.ts'
import { ADMINISTRATOR_ID, BOT, LINKED_VILLAGE } from './people.ts'
import { createLocalTelegram, type LocalTelegram } from './server/create-local-telegram.ts'

export interface Playground {
  /** the chat page at `/` and the Bot API that the bot talks to */
  readonly app: Hono
  readonly world: LocalTelegram['world']
  close(): Promise<void>
}

/** The local Telegram with its chat page. `postDigest` is what the page's "post the weekly digest now" does. */
export function openPlayground(options: {
  folder: string
  token: string
  clock: Clock
  log: Logger
  postDigest: () => Promise<void>
}): Playground {
  const { clock } = options
  const telegram = createLocalTelegram({
    path: join(options.folder, 'telegram.sqlite'),
    token: options.token,
    bot: BOT,
    clock,
    log: options.log,
    actions: [
      {
        action: {
          id: 'digest',
          labels: { zh: '现在就发本周通报', en: 'Post the weekly digest now' },
          leadsTo: { personId: ADMINISTRATOR_ID, chatTitle: LINKED_VILLAGE.channelTitle },
        },
        run: options.postDigest,
      },
    ],
    links: [LINKED_VILLAGE.link],
    ...(isMovable(clock) ? { moveClock: (to: Date) => putForward(clock, to) } : {}),
  })
  const app = new Hono()
  app.route('/', createPageRoutes())
  app.route('/', telegram.app)
  return { app, world: telegram.world, close: () => telegram.close() }
}

async function putForward(clock: MovableClock, to: Date): Promise<void> {
  const moved = await clock.moveTo(to)
  if (!moved.ok) throw new Error(moved.code)
}
