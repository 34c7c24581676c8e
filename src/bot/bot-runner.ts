import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import { createBot } from './bot.ts'
import type { BotDeps } from './context.ts'
import { setUpTelegram } from './set-up-telegram.ts'
import { createUpdateHandler } from './updates/handle-update.ts'
import { type Polling, startPolling } from './updates/poll-updates.ts'

export interface BotRunner {
  /** handles one update that came by webhook; throws where it should come again */
  handle(update: Update): Promise<void>
  isReachable(): Promise<boolean>
  /** takes no more updates and waits for those at work */
  stop(): Promise<void>
}

export interface BotRunnerOptions {
  token: string
  apiRoot: string
  updates: { kind: 'polling' } | { kind: 'webhook'; publicUrl: string; secret: string }
  /** the role bot: sets Telegram up, and polls where there is no webhook */
  fetches: boolean
}

/** The bot at work. Waits until Telegram can be reached; a wrong token throws at once. */
export async function createBotRunner(deps: BotDeps, options: BotRunnerOptions): Promise<BotRunner> {
  const bot = createBot(deps, options)
  await bot.init()
  const handler = createUpdateHandler(bot, deps)
  let polling: Polling | null = null
  if (options.fetches) {
    await setUpTelegram(bot, deps, options.updates)
    if (options.updates.kind === 'polling') polling = startPolling(bot, handler, deps.log)
  }
  const working = new Set<Promise<void>>()
  return {
    handle: async (update) => {
      const work = handler.handle(update)
      working.add(work)
      await work.finally(() => working.delete(work))
    },
    isReachable: async () => (await bot.api.getMe()).is_bot,
    stop: async () => {
      await polling?.stop()
      await Promise.race([Promise.allSettled(working), sleep(9_000, undefined, { ref: false })])
    },
  }
}
