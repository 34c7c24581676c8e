import { setTimeout as sleep } from 'node:timers/promises'
import { type Bot, GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Texts } from '../i18n/texts.ts'
import type { Logger } from '../logger.ts'
import { ALLOWED_UPDATES } from './bot.ts'
import type { BotContext } from './context.ts'
import { handleUpdate, kindOf } from './handle-update.ts'
import { localeOf } from './locale-of.ts'

type Deps = { log: Logger; texts: Texts }

const LONG_POLL_SECONDS = 30
const LONGEST_PAUSE_MS = 15_000
/** A failure that is no lost connection is a bug: trying for ever would hold up everybody. */
const TRIES_OF_A_BUG = 6

export interface Polling {
  /** takes no more updates and waits for those at work */
  stop(): Promise<void>
}

/**
 * Fetches updates by long polling. Different chats at the same time, each chat in order; the next batch is fetched, and
 * with that this one confirmed to Telegram, only when every update of it is done. So a crash repeats updates but never
 * loses one. While the database is away, the same updates are tried again and again.
 */
export function startPolling(bot: Bot<BotContext>, deps: Deps): Polling {
  const stopping = new AbortController()
  const running = poll(bot, deps, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function poll(bot: Bot<BotContext>, deps: Deps, stopping: AbortSignal): Promise<void> {
  let offset: number | undefined
  let failures = 0
  while (!stopping.aborted) {
    try {
      const updates = await bot.api.getUpdates(
        { offset, timeout: LONG_POLL_SECONDS, limit: 100, allowed_updates: ALLOWED_UPDATES },
        stopping as never,
      )
      failures = 0
      const done = new Set<number>()
      await Promise.all(byChat(updates).map((chat) => handleInOrder(bot, deps, chat, stopping, done)))
      offset = firstUndone(updates, done) ?? offset
    } catch (err) {
      if (stopping.aborted) break
      failures += 1
      const conflict = err instanceof GrammyError && err.error_code === 409
      deps.log.warn({ err, failures }, conflict ? 'another process polls with this token' : 'polling failed')
      await pause(failures, stopping)
    }
  }
  // what is done is confirmed before leaving, or it would come again to the next process
  if (offset !== undefined)
    await bot.api
      .getUpdates({ offset, timeout: 0, limit: 1, allowed_updates: ALLOWED_UPDATES })
      .catch(() => {})
}

function byChat(updates: Update[]): Update[][] {
  const chats = new Map<number, Update[]>()
  for (const update of updates) {
    const key = chatOf(update)
    const queue = chats.get(key)
    if (queue) queue.push(update)
    else chats.set(key, [update])
  }
  return [...chats.values()]
}

function chatOf(update: Update): number {
  const message =
    update.message ?? update.edited_message ?? update.channel_post ?? update.callback_query?.message
  return message?.chat.id ?? update.my_chat_member?.chat.id ?? update.callback_query?.from.id ?? 0
}

/** The offset that confirms all updates before the first one that is not done. */
function firstUndone(updates: Update[], done: ReadonlySet<number>): number | undefined {
  const undone = updates.find((update) => !done.has(update.update_id))
  if (undone) return undone.update_id
  const last = updates.at(-1)
  return last && last.update_id + 1
}

async function handleInOrder(
  bot: Bot<BotContext>,
  deps: Deps,
  updates: Update[],
  stopping: AbortSignal,
  done: Set<number>,
): Promise<void> {
  for (const update of updates) {
    if (stopping.aborted || !(await handleUntilDone(bot, deps, update, stopping))) return
    done.add(update.update_id)
  }
}

async function handleUntilDone(
  bot: Bot<BotContext>,
  deps: Deps,
  update: Update,
  stopping: AbortSignal,
): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    try {
      await handleUpdate(bot, deps.log, update)
      return true
    } catch (err) {
      deps.log.error({ err, updateId: update.update_id, kind: kindOf(update), tries }, 'an update failed')
      if (stopping.aborted) return false
      if (tries >= TRIES_OF_A_BUG && !isAway(err)) {
        await sayThatItFailed(bot, deps.texts, update)
        return true
      }
      await pause(tries, stopping)
    }
  }
}

/** A mistake of ours ate the update: the person must not believe that it was taken. */
async function sayThatItFailed(bot: Bot<BotContext>, texts: Texts, update: Update): Promise<void> {
  const chat = (update.message ?? update.callback_query?.message)?.chat
  if (chat?.type !== 'private') return
  const from = update.message?.from ?? update.callback_query?.from
  const locale = localeOf(texts, true, null, from?.language_code)
  await bot.api.sendMessage(chat.id, texts.t(locale, 'something-broke')).catch(() => {})
}

/** Whether the database, Redis or Telegram cannot be reached, as opposed to a mistake of ours. */
function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = String((error as { code?: unknown }).code ?? '')
  const away =
    /^(P1\d{3}|P2024|P2028|E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN)|08\d{3}|57P0\d|53\d{3})$/
  if (away.test(code) || error.name === 'HttpError' || error.name === 'MaxRetriesPerRequestError') return true
  if (/connection (terminated|ended|closed)|can't reach database|connection is closed/i.test(error.message))
    return true
  return error.cause !== undefined && isAway(error.cause)
}

async function pause(tries: number, stopping: AbortSignal): Promise<void> {
  const ms = Math.min(LONGEST_PAUSE_MS, 250 * 2 ** Math.min(tries, 8))
  await sleep(ms, undefined, { signal: stopping }).catch(() => {})
}
