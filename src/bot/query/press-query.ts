import type { PressOf } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { handleQueryPress } from './handle-query-press.ts'

/** A button below a /query message. */
export async function pressQuery(deps: BotDeps, ctx: BotContext, press: PressOf<'query'>): Promise<void> {
  const { from, scope, locale } = ctx
  if (!from || !scope) return
  const administrator = { telegramId: from.id, scope, locale }
  const result = await handleQueryPress({ ...deps, db: deps.prisma }, administrator, press)
  if (!result.ok) {
    ctx.toast = { text: ctx.t('button-is-old'), alert: false }
    return
  }
  await showMessage(ctx, result.message)
  if (result.awaitsWords) await awaitWords(ctx, { kind: 'query', queryId: press.queryId })
  else await stopWaiting(ctx)
}
