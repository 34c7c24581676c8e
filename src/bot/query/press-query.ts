import { decodeQueryPress } from '../../presses/query-press.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { handleQueryPress } from './handle-query-press.ts'

/** A button below a /query message. Whoever is no administrator any more learns nothing. */
export async function pressQuery(deps: BotDeps, ctx: BotContext): Promise<void> {
  const data = ctx.callbackQuery?.data ?? ''
  const { from, scope, locale } = ctx
  if (!from || !scope) {
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
    return
  }
  const result = await handleQueryPress(
    { ...deps, db: deps.prisma },
    { telegramId: from.id, scope, locale },
    data,
  )
  const queryId = decodeQueryPress(data)?.queryId
  if (!result.ok || queryId === undefined) {
    ctx.toast = { text: ctx.t('button-is-old'), alert: false }
    return
  }
  await showMessage(ctx, result.message)
  if (result.awaitsWords) await awaitWords(ctx, { kind: 'query', queryId })
  else await stopWaiting(ctx)
}
