import { Redis } from 'ioredis'

/** Connects to Redis, or throws within ten seconds. A connection that is lost later is taken up again by itself. */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 10_000, maxRetriesPerRequest: 3 })
  let reason: unknown
  // without a listener a lost connection would end the process; commands report it themselves
  redis.on('error', (error) => {
    reason = error
  })
  try {
    await redis.connect()
    return redis
  } catch (error) {
    redis.disconnect()
    // connect() says only that the connection is closed
    throw reason ?? error
  }
}
