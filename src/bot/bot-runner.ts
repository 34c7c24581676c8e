import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { TelegramAddress } from '../sinks/telegram/telegram-client.ts'
import { createBot } from './bot.ts'
import type { BotDeps } from './context.ts'
import { type ReachTelegramResult, reachTelegram } from './reach-telegram.ts'
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

export interface BotRunnerOptions extends TelegramAddress {
  updates: { kind: 'polling' } | { kind: 'webhook'; publicUrl: string; secret: string }
  /** the role bot: sets Telegram up, and polls where there is no webhook */
  fetches: boolean
  /** ends the waiting for Telegram */
  stopping: AbortSignal
}

export type CreateBotRunnerResult =
  | { ok: true; runner: BotRunner }
  | Exclude<ReachTelegramResult, { ok: true }>

/** The bot at work. Waits until Telegram can be reached; refuses a wrong token, and settings that Telegram does not take. */
export async function createBotRunner(
  deps: BotDeps,
  options: BotRunnerOptions,
): Promise<CreateBotRunnerResult> {
  const bot = createBot(deps, options)
  const reached = await reachTelegram(
    bot.api,
    { log: deps.log, apiRoot: options.apiRoot, proxied: options.proxy !== null },
    async () => {
      if (options.fetches) await setUpTelegram(bot, deps, options.updates)
    },
    options.stopping,
  )
  if (!reached.ok) return reached
  bot.botInfo = reached.me
  const handler = createUpdateHandler(bot, deps)
  const polling: Polling | null =
    options.fetches && options.updates.kind === 'polling' ? startPolling(bot, handler, deps.log) : null
  const working = new Set<Promise<void>>()
  const runner: BotRunner = {
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
  return { ok: true, runner }
}
