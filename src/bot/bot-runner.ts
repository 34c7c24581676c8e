import { setTimeout as sleep } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { TelegramAddress } from '../sinks/telegram/telegram-client.ts'
import { createBot } from './bot.ts'
import type { BotDeps, TakeCall } from './context.ts'
import { type ReachTelegramResult, reachTelegram } from './reach-telegram.ts'
import { setUpTelegram } from './set-up-telegram.ts'
import { createUpdateHandler } from './updates/handle-update.ts'
import { type Polling, startPolling } from './updates/poll-updates.ts'

/** How long a reply may still wait for its turn when the program stops, and how long stopping takes at most. */
const LONGEST_WAIT_MS = 2_000
const LONGEST_STOP_MS = 9_000

export interface BotRunner {
  /**
   * Handles one update that came by webhook; throws where it should come again. What it gives is a call of a method in JSON,
   * for the answer to Telegram's request (https://core.telegram.org/bots/api#making-requests-when-getting-updates).
   */
  handle(update: Update): Promise<string | null>
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
  const giveUpWaiting = new AbortController()
  const ending = new AbortController()
  const bot = createBot(deps, options, giveUpWaiting.signal)
  const reached = await reachTelegram(
    bot.api,
    { log: deps.log, apiRoot: options.apiRoot, proxied: options.proxy !== null },
    async () => {
      if (options.fetches) await setUpTelegram(bot, deps, options.updates)
    },
    options.stopping,
  )
  if (!reached.ok) return reached
  const handler = createUpdateHandler(bot, reached.me, deps, ending.signal)
  const polling: Polling | null =
    options.fetches && options.updates.kind === 'polling' ? startPolling(bot, handler, deps.log) : null
  const working = new Set<Promise<void>>()
  const runner: BotRunner = {
    handle: async (update) => {
      if (ending.signal.aborted) throw new Error('the program stops')
      let call: string | null = null
      const answer: TakeCall = (taken) => {
        call = JSON.stringify(taken)
      }
      const work = handler.handle(update, { answer })
      working.add(work)
      await work.finally(() => working.delete(work))
      return call
    },
    isReachable: async () => (await bot.api.getMe()).is_bot,
    stop: async () => {
      ending.abort()
      const stopped = Promise.all([polling?.stop(), Promise.allSettled(working)])
      // what runs comes to its end; only what waits for Telegram is given up, and comes again
      const giveUp = setTimeout(() => giveUpWaiting.abort(), LONGEST_WAIT_MS)
      await Promise.race([stopped, sleep(LONGEST_STOP_MS, undefined, { ref: false })])
      clearTimeout(giveUp)
    },
  }
  return { ok: true, runner }
}
