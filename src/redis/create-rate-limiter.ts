import type { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterRes } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 60

/** Of the limit, for each process: so much is nobody else's business. */
const COUNTED_ALONE = 1 / 4

export interface RateLimiter {
  readonly points: number
  /** Rejects with a RateLimiterRes where somebody sent too much. */
  consume(key: string): Promise<RateLimiterRes>
  delete(key: string): Promise<boolean>
}

/**
 * Counts what each person sends in a minute. One process alone lets through `perMinute`. Several that share Redis let through
 * a quarter of that each without asking, and `perMinute` more among them all: so nobody who writes as people do costs a
 * command, and a flood ends everywhere. While Redis is away each process counts for itself. Null for 0: no limit.
 */
export function createRateLimiter(
  perMinute: number,
  redis: Redis | null,
  prefix: string,
): RateLimiter | null {
  if (perMinute === 0) return null
  const options = { keyPrefix: `${prefix}rate`, points: perMinute, duration: WINDOW_SECONDS }
  const memory = new RateLimiterMemory(options)
  if (!redis) return memory
  const alone = new RateLimiterMemory({
    ...options,
    points: Math.max(1, Math.floor(perMinute * COUNTED_ALONE)),
  })
  const shared = new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory })
  return {
    points: perMinute,
    consume: (key) => alone.consume(key).catch(() => shared.consume(key)),
    delete: async (key) => {
      await alone.delete(key)
      return await shared.delete(key)
    },
  }
}
