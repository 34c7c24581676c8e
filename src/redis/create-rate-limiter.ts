import type { Redis } from 'ioredis'
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

const WINDOW_SECONDS = 60

/**
 * Counts what each person sends, `perMinute` at the most, over all processes that share Redis (while Redis is away each
 * process counts for itself). Null for 0: no limit.
 */
export function createRateLimiter(
  perMinute: number,
  redis: Redis | null,
  prefix: string,
): RateLimiterAbstract | null {
  if (perMinute === 0) return null
  const options = { keyPrefix: `${prefix}rate`, points: perMinute, duration: WINDOW_SECONDS }
  const memory = new RateLimiterMemory(options)
  return redis ? new RateLimiterRedis({ ...options, storeClient: redis, insuranceLimiter: memory }) : memory
}
