import type { Middleware } from 'grammy'
import type { Coordination } from '../../lib/coordination.ts'
import type { BotContext } from '../context.ts'

/**
 * One chat at a time among several processes, for whatever is not a press: what a press changes is guarded where it is
 * written (feedback/move-draft.ts, cases/apply-transition.ts), so that the most frequent updates need no lock in Redis.
 */
export function takeTurns(coordination: Coordination): Middleware<BotContext> {
  return async (ctx, next) => {
    const chat = ctx.chat?.id ?? ctx.from?.id
    if (chat === undefined || ctx.callbackQuery) return await next()
    await coordination.inTurn(String(chat), next)
  }
}
