import type { Redis } from 'ioredis'
import { Mutex } from 'redis-semaphore'
import type { Coordination } from '../lib/coordination.ts'
import { oneAtATime } from '../lib/one-at-a-time.ts'

/** Telegram gives up on an update after a day. */
const DONE_FOR_SECONDS = 2 * 24 * 3600
/** A conversation that waits for words longer than this is taken up from the draft, which is the truth anyway. */
const CONVERSATION_FOR_SECONDS = 30 * 24 * 3600

/**
 * Several processes: a lock per chat with a lease that is renewed while the work runs (a dead process frees it within ten
 * seconds), the state of conversations, and the short cut "already done". Within one process the order of the calls holds.
 */
export function createRedisCoordination(redis: Redis, prefix: string): Coordination {
  const inOrder = oneAtATime()
  const conversation = (key: string) => `${prefix}conversation:${key}`
  return {
    inTurn: (chat, work) =>
      inOrder(chat, async () => {
        const mutex = new Mutex(redis, `${prefix}chat:${chat}`, {
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
      }),
    knownDone: async (updateId) => (await redis.exists(`${prefix}done:${updateId}`)) === 1,
    noteDone: async (updateId) => {
      await redis.set(`${prefix}done:${updateId}`, '1', 'EX', DONE_FOR_SECONDS)
    },
    conversationState: {
      read: async (key) => {
        const found = await redis.get(conversation(key))
        return found === null ? undefined : JSON.parse(found)
      },
      write: async (key, value) => {
        await redis.set(conversation(key), JSON.stringify(value), 'EX', CONVERSATION_FOR_SECONDS)
      },
      delete: async (key) => {
        await redis.del(conversation(key))
      },
    },
    ping: async () => (await redis.ping()) === 'PONG',
    close: async () => {
      await redis.quit()
    },
  }
}
