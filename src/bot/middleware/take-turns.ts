import type { Middleware } from 'grammy'
import type { Coordination } from '../../lib/coordination.ts'
import type { BotContext } from '../context.ts'

/** One chat at a time: a press and a text of the same person may arrive together, and in different processes. */
export function takeTurns(coordination: Coordination): Middleware<BotContext> {
  return async (ctx, next) => {
    const chat = ctx.chat?.id ?? ctx.from?.id
    if (chat === undefined) return await next()
    await coordination.inTurn(String(chat), next)
  }
}
