import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import { startQuery } from '../query/words.ts'
import type { Shown } from '../screen.ts'
import { sendMessage, sendOnly } from '../show-message.ts'

/** /query: an administrator's way to what people said. Somebody else is told so, and nothing more. */
export async function query(deps: BotDeps, ctx: BotContext): Shown {
  const { from, scope, locale } = ctx
  if (!from || !scope) return await sendOnly(ctx, { text: ctx.t('administrators-only') })
  const result = await startQuery(
    { ...deps, db: deps.prisma },
    { telegramId: from.id, scope, locale },
    String(ctx.match ?? ''),
  )
  if (!result.ok)
    return await sendOnly(ctx, { text: ctx.t(`query-refused-${result.code.replaceAll('_', '-')}`) })
  await sendMessage(ctx, result.message)
  await stopWaiting(ctx)
  return null
}
