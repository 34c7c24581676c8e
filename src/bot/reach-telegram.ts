import { setTimeout as sleep } from 'node:timers/promises'
import { type Api, GrammyError } from 'grammy'
import type { UserFromGetMe } from 'grammy/types'
import type { Logger } from '../logger.ts'
import { askWhoAmI, whyTelegramIsAway } from '../sinks/telegram/ask-who-am-i.ts'

export type ReachTelegramResult =
  | { ok: true; me: UserFromGetMe }
  | { ok: false; code: 'wrong_token' }
  | { ok: false; code: 'stopped' }
  /** Telegram does not take the settings; `reason` in its own words */
  | { ok: false; code: 'refused'; reason: string }

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000
/** How often the log says that it goes on waiting. */
const REMIND_MS = 60_000

/**
 * Finds out who the bot is and sets Telegram up (`setUp`, which may be repeated). Waits as long as Telegram is out of reach:
 * says so at once and every minute, and tries again after 1 to 15 seconds, until `stopping`.
 */
export async function reachTelegram(
  api: Api,
  { log, apiRoot, proxied }: { log: Logger; apiRoot: string; proxied: boolean },
  setUp: () => Promise<void>,
  stopping: AbortSignal,
): Promise<ReachTelegramResult> {
  let remindAt = 0
  for (let tries = 0; ; tries += 1) {
    const reached = await tryOnce(api, setUp, stopping)
    if (stopping.aborted) return { ok: false, code: 'stopped' }
    if (reached.ok || reached.code !== 'away') {
      if (tries > 0) log.info('Telegram answers')
      return reached
    }
    if (performance.now() >= remindAt) {
      remindAt = performance.now() + REMIND_MS
      const way = proxied
        ? 'look whether the proxy in TELEGRAM_PROXY or HTTPS_PROXY works'
        : 'where it is blocked, set TELEGRAM_PROXY'
      log.warn(
        { apiRoot, reason: reached.reason },
        `Telegram cannot be reached: ${reached.reason}. Trying again until it answers; ${way}`,
      )
    }
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(tries, 8))
    await sleep(pause, undefined, { signal: stopping }).catch(() => {})
  }
}

async function tryOnce(api: Api, setUp: () => Promise<void>, stopping: AbortSignal) {
  const who = await askWhoAmI(api, stopping)
  if (!who.ok) return who
  try {
    await setUp()
    return who
  } catch (error) {
    const reason = whyTelegramIsAway(error)
    if (reason !== null) return { ok: false, code: 'away', reason } as const
    if (error instanceof GrammyError)
      return { ok: false, code: 'refused', reason: error.description } as const
    throw error
  }
}
