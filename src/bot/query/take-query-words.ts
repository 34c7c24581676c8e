import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../conversations/wait-for-words.ts'
import { sendMessage } from '../show-message.ts'
import { searchWords } from './search-words.ts'

/** The words that an administrator typed after 🔎; refused ones are asked for again. */
export async function takeQueryWords(
  deps: BotDeps,
  ctx: BotContext,
  queryId: string,
): Promise<() => Promise<void>> {
  const { from, scope, locale } = ctx
  if (!from || !scope)
    return async () => void (await sendMessage(ctx, { text: ctx.t('administrators-only') }))
  const result = await searchWords(
    { ...deps, db: deps.prisma },
    { telegramId: from.id, scope, locale },
    { queryId, typed: ctx.message?.text ?? '' },
  )
  return async () => {
    if (result.ok) return void (await sendMessage(ctx, result.message))
    await sendMessage(ctx, { text: ctx.t(`query-refused-${result.code.replaceAll('_', '-')}`) })
    if (result.code === 'empty' || result.code === 'too_long')
      await awaitWords(ctx, { kind: 'query', queryId })
  }
}
