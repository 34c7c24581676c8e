import { Redis } from 'ioredis'

/** Connects to Redis, or throws within ten seconds. A connection that is lost later is taken up again by itself. */
export async function connectRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 10_000, maxRetriesPerRequest: 3 })
  // without a listener a lost connection would end the process; commands report it themselves
  redis.on('error', () => {})
  await redis.connect()
  return redis
}
