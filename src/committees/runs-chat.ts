import type { Clock } from '../lib/clock.ts'

/** How long what Telegram said of a member holds. */
const HOLDS_MS = 60_000
/** More than the members of a great many committees who press within a minute. */
const MOST_MEMBERS = 10_000

/** Whether somebody is creator or administrator of a channel or group. */
export type RunsChat = (chatId: number, telegramId: number) => Promise<boolean>

/** What Telegram says of a member; null where it refuses to say. */
export type AskStatus = (chatId: number, telegramId: number) => Promise<string | null>

/**
 * Asks Telegram at most once a minute for a member of a chat and remembers it in this process, so that somebody who was
 * let go has no rights a minute later. Where Telegram refuses to say, there are none.
 */
export function createRunsChat({ clock, askStatus }: { clock: Clock; askStatus: AskStatus }): RunsChat {
  const known = new Map<string, { runs: boolean; askedAt: number }>()
  return async (chatId, telegramId) => {
    const key = `${chatId} ${telegramId}`
    const now = clock.now().getTime()
    const before = known.get(key)
    // a clock that was put back makes nothing hold for longer
    if (before && Math.abs(now - before.askedAt) < HOLDS_MS) return before.runs
    const status = await askStatus(chatId, telegramId)
    const runs = status === 'creator' || status === 'administrator'
    if (known.size >= MOST_MEMBERS) known.clear()
    known.set(key, { runs, askedAt: now })
    return runs
  }
}
