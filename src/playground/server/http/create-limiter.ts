import type { Clock } from '../../../lib/clock.ts'
import { BotApiError } from '../bot-api-error.ts'
import type { LocalTelegramSettings } from '../local-telegram-settings.ts'

export interface Limiter {
  /** counts `messages` for that chat, or refuses with 429 and how many seconds to wait */
  take(chatId: string, isGroup: boolean, messages: number): void
}

interface Window {
  key: string
  most: number
  spanMs: number
}

/** Sliding windows by the clock. Real limits are approximate: see LocalTelegramSettings. */
export function createLimiter({
  clock,
  settings,
}: {
  clock: Clock
  settings: LocalTelegramSettings
}): Limiter {
  const sent = new Map<string, number[]>()
  let refusedUntil = 0

  return {
    take(chatId, isGroup, messages) {
      const { perSecond, perSecondPerChat, perMinutePerGroup, penaltySeconds } = settings.limits
      const windows: Window[] = [
        { key: 'all', most: perSecond, spanMs: 1_000 },
        { key: `second:${chatId}`, most: perSecondPerChat, spanMs: 1_000 },
        ...(isGroup ? [{ key: `minute:${chatId}`, most: perMinutePerGroup, spanMs: 60_000 }] : []),
      ]
      const now = clock.now().getTime()
      let waitMs = 0
      for (const { key, most, spanMs } of windows) {
        const live = (sent.get(key) ?? []).filter((at) => at > now - spanMs)
        sent.set(key, live)
        const oldest = live[0]
        // an album larger than the limit still goes through alone
        if (oldest === undefined || live.length + messages <= most) continue
        waitMs = Math.max(waitMs, oldest + spanMs - now)
        if (key === 'all' && penaltySeconds > 0 && refusedUntil <= now)
          refusedUntil = now + penaltySeconds * 1000
      }
      waitMs = Math.max(waitMs, refusedUntil - now)
      if (waitMs > 0) {
        const seconds = Math.max(1, Math.ceil(waitMs / 1000))
        throw new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
      }
      for (const { key } of windows) {
        const times = sent.get(key) ?? []
        for (let i = 0; i < messages; i++) times.push(now)
        sent.set(key, times)
      }
    },
  }
}
