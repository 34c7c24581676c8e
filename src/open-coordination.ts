import type { Redis } from 'ioredis'
import type { Config } from './config.ts'
import { holdSingleProcess } from './db/hold-single-process.ts'
import type { Coordination } from './lib/coordination.ts'
import type { Logger } from './logger.ts'
import { connectRedis } from './redis/connect-redis.ts'
import { createRedisCoordination, forgetOldConversations } from './redis/redis-coordination.ts'

export type OpenCoordinationResult =
  | { ok: true; coordination: Coordination; redis: Redis | null }
  | { ok: false; code: 'database_in_use'; holder: string }

/**
 * Redis where it is configured; else this process must be the only one on its database (the embedded one is guarded by its
 * folder's lock already).
 */
export async function openCoordination(config: Config, log: Logger): Promise<OpenCoordinationResult> {
  if (config.redis) {
    const redis = await connectRedis(config.redis.url)
    await forgetOldConversations(redis, config.redis.prefix)
    return { ok: true, coordination: createRedisCoordination(redis, config.redis.prefix), redis }
  }
  const coordination: Coordination = {
    // one process keeps the order of each chat by itself
    inTurn: (_chat, work) => work(),
    // the handler of updates remembers its own
    noteShown: async () => {},
    wasShown: async () => false,
    ping: async () => true,
    close: async () => {},
  }
  if (!('url' in config.database)) return { ok: true, coordination, redis: null }

  const held = await holdSingleProcess(config.database.url, () => {
    // nothing keeps a second process out any more, so this one may not go on
    log.fatal('lost the lock that makes this the only process on its database; stopping')
    process.kill(process.pid, 'SIGTERM')
  })
  if (!held.ok) return held
  return {
    ok: true,
    coordination: { ...coordination, close: () => held.release() },
    redis: null,
  }
}
