import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { startQuery } from '../query/start-query.ts'
import { sendMessage } from '../show-message.ts'

/** /query: an administrator's way to what people said. Somebody else is told so, and nothing more. */
export async function query(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, scope, locale } = ctx
  if (!from || !scope) return void (await sendMessage(ctx, { text: ctx.t('administrators-only') }))
  const result = await startQuery(
    { ...deps, db: deps.prisma },
    { telegramId: from.id, scope, locale },
    String(ctx.match ?? ''),
  )
  if (!result.ok)
    return void (await sendMessage(ctx, { text: ctx.t(`query-refused-${result.code.replaceAll('_', '-')}`) }))
  await sendMessage(ctx, result.message)
  await stopWaiting(ctx)
}
