import type { Middleware } from 'grammy'
import type { BotContext } from '../context.ts'

/** Telegram's limit: https://core.telegram.org/bots/api#answercallbackquery */
const MOST_LETTERS = 200
/** A button that spins for longer looks broken. */
const LONGEST_SPIN_MS = 3_000

/**
 * A pressed button is always answered, whatever became of it, or it would spin for a while: when all is done, or empty
 * where that takes long. Nobody waits for the answer itself, and one that comes too late for Telegram does no harm.
 */
export function answerPress(): Middleware<BotContext> {
  return async (ctx, next) => {
    if (!ctx.callbackQuery) return await next()
    const { id } = ctx.callbackQuery
    let isAnswered = false
    const answer = () => {
      if (isAnswered) return
      isAnswered = true
      const { toast } = ctx
      const other = toast ? { text: toast.text.slice(0, MOST_LETTERS), show_alert: toast.alert } : {}
      // by webhook it is the answer to Telegram's own request, which saves one of ours
      if (ctx.answerWith) ctx.answerWith({ method: 'answerCallbackQuery', callback_query_id: id, ...other })
      else ctx.answerCallbackQuery(other).catch(() => {})
    }
    const timer = setTimeout(() => {
      isAnswered = true
      // not as the webhook's own answer, which comes at the end only
      ctx.answerCallbackQuery().catch(() => {})
    }, LONGEST_SPIN_MS)
    try {
      await next()
    } finally {
      clearTimeout(timer)
      answer()
    }
  }
}
