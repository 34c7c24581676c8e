import type { Middleware } from 'grammy'
import { RateLimiterRes } from 'rate-limiter-flexible'
import type { Texts } from '../../i18n/texts.ts'
import type { RateLimiter } from '../../redis/create-rate-limiter.ts'
import type { BotContext } from '../context.ts'
import { localeOf } from '../locale-of.ts'

/**
 * Nobody's flood comes at the cost of others: whoever sends more than a human can is told so once, kindly, and then not
 * heard until the minute is over. Comes before turns are taken, so that a flood does not even wait in line.
 */
export function limitRate(limiter: RateLimiter, texts: Texts): Middleware<BotContext> {
  return async (ctx, next) => {
    if (!ctx.from) return await next()
    try {
      await limiter.consume(String(ctx.from.id))
    } catch (refused) {
      // anything else is a failure of the limiter, which must not cost anybody their words
      if (!(refused instanceof RateLimiterRes)) return await next()
      if (refused.consumedPoints === limiter.points + 1) {
        const locale = localeOf(texts, true, null, ctx.from.language_code)
        await ctx.reply(texts.t(locale, 'rate-limited')).catch(() => {})
      }
      return
    }
    await next()
  }
}
