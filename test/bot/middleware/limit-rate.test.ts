import { join } from 'node:path'
import { Bot } from 'grammy'
import type { Update } from 'grammy/types'
import { Redis } from 'ioredis'
import { describe, expect, it } from 'vitest'
import type { BotContext } from '../../../src/bot/context.ts'
import { limitRate } from '../../../src/bot/middleware/limit-rate.ts'
import { loadTexts } from '../../../src/i18n/texts.ts'
import { systemRandom as random } from '../../../src/lib/system-random.ts'
import { createRateLimiter } from '../../../src/redis/create-rate-limiter.ts'
import { services } from '../../support/databases.ts'

const texts = loadTexts(join(import.meta.dirname, '..', '..', '..', 'locales'), 'zh')
const botInfo = {
  id: 1,
  is_bot: true,
  first_name: '乡音',
  username: 'bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
} as const

describe('the rate limit', () => {
  it('warns once and is silent then, without touching others', async () => {
    const limiter = createRateLimiter(3, null, 'test')
    if (!limiter) throw new Error('no limiter')
    const bot = new Bot<BotContext>('1:token', { botInfo: botInfo as never })
    const said: unknown[] = []
    bot.api.config.use(async (_previous, method, payload) => {
      said.push([method, (payload as { chat_id: number }).chat_id])
      return { ok: true, result: true } as never
    })
    const heard: number[] = []
    bot.use(limitRate(limiter, texts), (ctx) => void heard.push(ctx.from?.id ?? 0))
    const send = (from: number) =>
      bot.handleUpdate({
        update_id: 1,
        message: {
          message_id: 1,
          date: 0,
          text: 'hello',
          chat: { id: from, type: 'private', first_name: 'x' },
          from: { id: from, is_bot: false, first_name: 'x' },
        },
      } as Update)

    for (let i = 0; i < 7; i += 1) await send(7)
    await send(8)
    expect(heard).toEqual([7, 7, 7, 8])
    expect(said).toEqual([['sendMessage', 7]])
  })

  it.skipIf(!services.redis)(
    'asks Redis only for those who send more than people do, and ends a flood in all processes',
    async () => {
      const redis = new Redis(services.redis ?? '')
      const prefix = `limit${random.uuid()}:`
      const both = [createRateLimiter(40, redis, prefix), createRateLimiter(40, redis, prefix)]
      const send = async (nth: number) =>
        await both[nth % 2]?.consume('7').then(
          () => true,
          () => false,
        )
      for (let i = 0; i < 20; i += 1) expect(await send(i)).toBe(true)
      expect(await redis.keys(`${prefix}*`)).toEqual([])
      let through = 0
      for (let i = 0; i < 100; i += 1) if (await send(i)) through += 1
      expect(through).toBe(40)
      await redis.quit()
    },
  )

  it('is off with 0', () => {
    expect(createRateLimiter(0, null, 'test')).toBeNull()
  })
})
