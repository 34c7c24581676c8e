import type { Redis } from 'ioredis'
import { Mutex } from 'redis-semaphore'
import type { Coordination } from '../lib/coordination.ts'

/** Telegram gives up on an update after a day. */
const SHOWN_FOR_SECONDS = 2 * 24 * 3600

/**
 * Several processes: a lock per chat with a lease that is renewed while the work runs. A dead process frees it within ten
 * seconds.
 */
export function createRedisCoordination(redis: Redis, prefix: string): Coordination {
  // the library puts a word of its own in front of a key, and this connection the prefix in front of both
  const locks = redis.duplicate({ keyPrefix: prefix })
  locks.on('error', () => {})
  return {
    inTurn: async (chat, work) => {
      const mutex = new Mutex(locks, `chat:${chat}`, {
        lockTimeout: 10_000,
        acquireTimeout: 60_000,
        retryInterval: 15,
        refreshInterval: 3_000,
        // e.g. after a long pause of this process: rows are locked in the database, so effects stay right
        onLockLost: () => {},
      })
      await mutex.acquire()
      try {
        return await work()
      } finally {
        await mutex.release()
      }
    },
    noteShown: async (updateId) => {
      await redis.set(`${prefix}shown:${updateId}`, '1', 'EX', SHOWN_FOR_SECONDS)
    },
    wasShown: async (updateId) => (await redis.exists(`${prefix}shown:${updateId}`)) === 1,
    ping: async () => (await redis.ping()) === 'PONG',
    close: async () => {
      if (locks.status === 'ready') await locks.quit()
      else locks.disconnect()
      await redis.quit()
    },
  }
}

/** Versions up to 0.1 kept what was waited for in a chat here, with names and words in it. */
export async function forgetOldConversations(redis: Redis, prefix: string): Promise<void> {
  const escaped = prefix.replace(/[\\*?[\]]/g, '\\$&')
  for await (const keys of redis.scanStream({ match: `${escaped}conversation:*`, count: 1_000 }))
    if (keys.length > 0) await redis.unlink(...keys)
}
