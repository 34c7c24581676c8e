import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Update, UserFromGetMe } from 'grammy/types'
import type { Texts } from '../../i18n/texts.ts'
import type { Coordination } from '../../lib/coordination.ts'
import { oneAtATime } from '../../lib/one-at-a-time.ts'
import type { Logger } from '../../logger.ts'
import type { Bot } from '../bot.ts'
import type { TakeCall } from '../context.ts'
import { localeOf } from '../locale-of.ts'
import { chatOf, kindOf } from './update-facts.ts'

/** What fails again at once is a bug: whoever it concerns is told, and nobody else waits for it. */
const TRIES_OF_A_BUG = 2
const PAUSE_MS = 250
const LONGEST_PAUSE_MS = 15_000
/** After so long Telegram may have sent an update again by webhook. */
const LONG_MS = 5_000
/** As many finished updates are remembered as Telegram may send again because it got no answer in time. */
const MOST_REMEMBERED = 10_000

export interface HandleOptions {
  /** what cannot be reached is tried again until then; without it the first failure is thrown */
  keepTrying?: AbortSignal
  /** takes one call to Telegram that needs no answer */
  answer?: TakeCall | null
}

export interface UpdateHandler {
  /**
   * Handles one update, after those of its chat that came before, beside those of all others. Comes back when its effect
   * is in the database and its answer was shown. Throws where it should come again: the database, Redis or Telegram could
   * not be reached, or the program stops. One that comes again while it is being handled, or after, is handled once.
   */
  handle(update: Update, options?: HandleOptions): Promise<void>
}

/** `stopping`: from then on whatever fails is left undone, since it may fail only because the program ends. */
export function createUpdateHandler(
  bot: Bot,
  me: UserFromGetMe,
  { log, texts, coordination }: { log: Logger; texts: Texts; coordination: Coordination },
  stopping: AbortSignal,
): UpdateHandler {
  const inTurn = oneAtATime()
  const inWork = new Map<number, Promise<void>>()
  const finished = new Set<number>()

  const once = async (update: Update, { keepTrying, answer = null }: HandleOptions) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await handleOnce(() => bot.handleUpdate(update, me, answer), log, update)
      } catch (err) {
        log.error({ err, updateId: update.update_id, kind: kindOf(update), tries }, 'an update failed')
        if (keepTrying?.aborted || stopping.aborted) throw err
        if (!isAway(err)) {
          if (tries >= TRIES_OF_A_BUG) return await sayThatItFailed(bot, texts, update)
        } else if (!keepTrying) throw err
        await pause(tries, keepTrying)
      }
    }
  }
  return {
    handle: (update, options = {}) => {
      const id = update.update_id
      if (finished.has(id)) return Promise.resolve()
      const before = inWork.get(id)
      if (before) return before
      const since = performance.now()
      const work = inTurn(String(chatOf(update)), () => once(update, options)).then(async () => {
        if (performance.now() - since > LONG_MS) await coordination.noteShown(id).catch(() => {})
        finished.add(id)
        const [oldest] = finished
        if (finished.size > MOST_REMEMBERED && oldest !== undefined) finished.delete(oldest)
      })
      inWork.set(id, work)
      const forget = () => void inWork.delete(id)
      work.then(forget, forget)
      return work
    },
  }
}

/**
 * What Telegram refused while an answer was shown is logged and done with: the effect is in the database, and asking again
 * would be refused again. Logs say which update and of what kind, never what is in it.
 */
async function handleOnce(handle: () => Promise<void>, log: Logger, update: Update): Promise<void> {
  try {
    await handle()
  } catch (err) {
    if (!(err instanceof GrammyError) || err.error_code === 429 || err.error_code >= 500) throw err
    log.error(
      { updateId: update.update_id, kind: kindOf(update), method: err.method, err },
      'Telegram refused an answer',
    )
  }
}

/** A mistake of ours ate the update: the person must not believe that it was taken. */
async function sayThatItFailed(bot: Bot, texts: Texts, update: Update): Promise<void> {
  const chat = (update.message ?? update.callback_query?.message)?.chat
  if (chat?.type !== 'private') return
  const from = update.message?.from ?? update.callback_query?.from
  const locale = localeOf(texts, true, null, from?.language_code)
  await bot.api.sendMessage(chat.id, texts.t(locale, 'something-broke')).catch(() => {})
}

/** Whether the database, Redis or Telegram cannot be reached, as opposed to a mistake of ours. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof GrammyError) return error.error_code === 429 || error.error_code >= 500
  const code = String((error as { code?: unknown }).code ?? '')
  const away =
    /^(P1\d{3}|P2024|P2028|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)|08\d{3}|57P0\d|53\d{3})$/
  if (away.test(code) || /^(HttpError|MaxRetriesPerRequestError|AbortError)$/.test(error.name)) return true
  if (/connection (terminated|ended|closed)|can't reach database|connection is closed/i.test(error.message))
    return true
  return error.cause !== undefined && isAway(error.cause)
}

async function pause(tries: number, until: AbortSignal | undefined): Promise<void> {
  const ms = Math.min(LONGEST_PAUSE_MS, PAUSE_MS * 2 ** Math.min(tries - 1, 8))
  await sleep(ms, undefined, { signal: until }).catch(() => {})
}
