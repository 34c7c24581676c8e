import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Logger } from '../../logger.ts'
import type { Bot } from '../bot.ts'
import type { UpdateHandler } from './handle-update.ts'

/** What the bot wants to be sent; `chat_member` and the like are none of its business. */
export const ALLOWED_UPDATES = [
  'message',
  'edited_message',
  'channel_post',
  'callback_query',
  'my_chat_member',
] as const

const LONG_POLL_SECONDS = 30
/** Telegram's own limit: https://core.telegram.org/bots/api#getupdates */
const MOST_AT_ONCE = 100
const LONGEST_PAUSE_MS = 15_000
/** How long new updates may lie with Telegram while an earlier one is still at work. */
const LOOK_AGAIN_MS = 250

export interface Polling {
  /** takes no more updates and waits for those at work */
  stop(): Promise<void>
}

/**
 * Fetches updates by long polling and hands each to its chat's turn, beside those of all other chats. The offset, which
 * confirms to Telegram all updates before it, never passes one that is not done: so a crash repeats updates but never
 * loses one. While one is still at work (Telegram makes its chat wait, the database is away), later ones are fetched and
 * handled all the same, up to 100 beyond it, which is as far as Telegram shows them.
 */
export function startPolling(bot: Bot, handler: UpdateHandler, log: Logger): Polling {
  const stopping = new AbortController()
  const running = poll(bot, handler, log, stopping.signal)
  return {
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}

async function poll(bot: Bot, handler: UpdateHandler, log: Logger, stopping: AbortSignal): Promise<void> {
  const window = createWindow(handler, stopping)
  let failures = 0
  while (!stopping.aborted) {
    try {
      const updates = await bot.api.getUpdates(
        {
          offset: window.offset(),
          timeout: window.isEmpty() ? LONG_POLL_SECONDS : 0,
          limit: MOST_AT_ONCE,
          allowed_updates: ALLOWED_UPDATES,
        },
        stopping as never,
      )
      failures = 0
      window.take(updates)
      await window.allDoneOrAfter(LOOK_AGAIN_MS)
    } catch (err) {
      if (stopping.aborted) break
      failures += 1
      const conflict = err instanceof GrammyError && err.error_code === 409
      log.warn({ err, failures }, conflict ? 'another process polls with this token' : 'polling failed')
      const ms = Math.min(LONGEST_PAUSE_MS, LOOK_AGAIN_MS * 2 ** Math.min(failures, 8))
      await sleep(ms, undefined, { signal: stopping }).catch(() => {})
    }
  }
  await window.settled()
  // what is done is confirmed before leaving, or it would come again to the next process
  const offset = window.offset()
  if (offset !== undefined)
    await bot.api
      .getUpdates({ offset, timeout: 0, limit: 1, allowed_updates: ALLOWED_UPDATES })
      .catch(() => {})
}

/** The updates from the first that is not done up to the last that was fetched. */
function createWindow(handler: UpdateHandler, stopping: AbortSignal) {
  /** in the order of their ids; true: done */
  const fetched = new Map<number, boolean>()
  const working = new Set<Promise<void>>()
  let offset: number | undefined

  const shrink = () => {
    for (const [id, isDone] of fetched) {
      if (!isDone) return
      fetched.delete(id)
      offset = id + 1
    }
  }
  return {
    offset: () => offset,
    isEmpty: () => fetched.size === 0,
    take: (updates: readonly Update[]) => {
      for (const update of updates) {
        const id = update.update_id
        if (fetched.has(id)) continue
        fetched.set(id, false)
        offset ??= id
        const work = handler.handle(update, { keepTrying: stopping }).then(
          () => void fetched.set(id, true),
          // the program stops: it stays unconfirmed and comes again
          () => {},
        )
        working.add(work)
        void work.then(() => working.delete(work)).then(shrink)
      }
    },
    allDoneOrAfter: async (ms: number) => {
      const timer = new AbortController()
      await Promise.race([
        Promise.all(working),
        sleep(ms, undefined, { signal: timer.signal }).catch(() => {}),
      ])
      timer.abort()
      shrink()
    },
    settled: async () => {
      await Promise.all(working)
      shrink()
    },
  }
}
