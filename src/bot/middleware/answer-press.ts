import type { Middleware } from 'grammy'
import type { BotContext } from '../context.ts'

/** Telegram's limit: https://core.telegram.org/bots/api#answercallbackquery */
const MOST_LETTERS = 200

/**
 * A pressed button is always answered, whatever became of it, or it would spin for a while. An answer that comes too late
 * for Telegram does no harm.
 */
export const answerPress: Middleware<BotContext> = async (ctx, next) => {
  try {
    await next()
  } finally {
    if (ctx.callbackQuery)
      await ctx
        .answerCallbackQuery(
          ctx.toast ? { text: ctx.toast.text.slice(0, MOST_LETTERS), show_alert: ctx.toast.alert } : {},
        )
        .catch(() => {})
  }
}
