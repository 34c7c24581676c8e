import { randomUUID } from 'node:crypto'
import { Redis } from 'ioredis'
import { services } from './databases.ts'
import { UNHURRIED, type Way } from './open-way.ts'
import { createProductData } from './product-data.ts'
import { type Product, startProduct } from './start-product.ts'
import { openTelegramWorld } from './telegram-world.ts'
import { openWebhookProxy, type WebhookProxy } from './webhook-proxy.ts'

export interface TwoProcessWay extends Way {
  readonly proxy: WebhookProxy
  /** which every request to the webhook must bear */
  readonly secret: string
  start(): Promise<void>
  /** SIGTERM to one of the two, as in a deploy; its exit code */
  stopOne(): Promise<number | NodeJS.Signals>
  close(): Promise<void>
}

/** Two processes with webhooks on one PostgreSQL and one Redis, not started yet. Needs both services. */
export async function openTwoProcessWay(
  settings: Record<string, string> = {},
  telegramSettings: Parameters<typeof openTelegramWorld>[0] = {},
): Promise<TwoProcessWay> {
  if (!services.redis) throw new Error('Redis is not running')
  const redisUrl = services.redis
  const redisPrefix = `test:${randomUUID()}:`
  const telegram = await openTelegramWorld(telegramSettings)
  const data = await createProductData('PostgreSQL', { filled: false })
  const proxy = await openWebhookProxy()
  let products: Product[] = []
  const secret = 'a-secret-of-the-way'
  const env = {
    ...UNHURRIED,
    ...telegram.env,
    ...data.env,
    UPDATES: 'webhook',
    PUBLIC_URL: proxy.url,
    WEBHOOK_SECRET: secret,
    REDIS_URL: redisUrl,
    REDIS_PREFIX: redisPrefix,
    ...settings,
  }
  return {
    telegram,
    data,
    proxy,
    secret,
    output: () => products.map((each) => each.output()).join(''),
    withDatabase: (use) => data.withDatabase(use),
    start: async () => {
      // both at once: who applies the migrations and sets the webhook must not matter
      products = await Promise.all([startProduct(env), startProduct(env)])
      proxy.targets = products.map((each) => each.address)
    },
    stopOne: async () => {
      const [first] = products
      if (!first) throw new Error('nothing runs')
      return await first.stop()
    },
    close: async () => {
      await Promise.all(products.map((each) => each.kill9()))
      await proxy.close()
      await telegram.close()
      await data.remove()
      await forget(redisUrl, redisPrefix)
    },
  }
}

async function forget(url: string, prefix: string): Promise<void> {
  const redis = new Redis(url)
  const keys = await redis.keys(`${prefix}*`)
  if (keys.length > 0) await redis.del(keys)
  await redis.quit()
}
