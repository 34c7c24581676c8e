import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterRedis,
  RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Pace, Turn } from './pace.ts'

export interface PaceOptions {
  redis?: { client: Redis; prefix: string }
  /** messages of the bot in all */
  perSecond?: number
  perChatASecond?: number
  longestWaitMs?: number
}

/** Telegram's limits (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
const PER_SECOND = 30
const PER_CHAT_A_SECOND = 1
const PER_GROUP_A_MINUTE = 20

const LONGEST_WAIT_MS = 10_000

/**
 * Counts in windows that begin with their first message: with Redis for all processes that share it (while Redis is
 * away, each for itself), else for this process. Waits at most `longestWaitMs` (default 10 s) for a turn.
 */
export function createPace(options: PaceOptions = {}): Pace {
  const { longestWaitMs = LONGEST_WAIT_MS } = options
  const limiter = (name: string, points: number, duration: number): RateLimiterAbstract => {
    const keyPrefix = `${options.redis?.prefix ?? ''}pace:${name}`
    const memory = new RateLimiterMemory({ keyPrefix, points, duration })
    if (!options.redis) return memory
    const storeClient = options.redis.client
    return new RateLimiterRedis({ storeClient, keyPrefix, points, duration, insuranceLimiter: memory })
  }
  const inAll = limiter('all', options.perSecond ?? PER_SECOND, 1)
  const perChat = limiter('chat', options.perChatASecond ?? PER_CHAT_A_SECOND, 1)
  const perGroup = limiter('group', PER_GROUP_A_MINUTE, 60)

  return {
    turn: async (chatId) => {
      const until = Date.now() + longestWaitMs
      const chat = String(chatId)
      // the bot's common limit comes last, so that who waits for a chat takes nothing of it
      const limits: [RateLimiterAbstract, string][] = [
        [perChat, chat],
        [inAll, 'bot'],
      ]
      // groups and channels have negative ids
      if (chatId < 0) limits.unshift([perGroup, chat])
      for (const [each, key] of limits) {
        const turn = await waitFor(each, key, until)
        if (!turn.ok) return turn
      }
      return { ok: true }
    },
  }
}

async function waitFor(limiter: RateLimiterAbstract, key: string, until: number): Promise<Turn> {
  for (;;) {
    try {
      await limiter.consume(key)
      return { ok: true }
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full
      const waitMs = Math.max(1, full.msBeforeNext)
      if (Date.now() + waitMs > until) return { ok: false, retryAfterSeconds: Math.ceil(waitMs / 1000) }
      await sleep(waitMs)
    }
  }
}
