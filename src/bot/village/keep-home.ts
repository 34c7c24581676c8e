import { keepHome as keep } from '../../people/keep-home.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** Keeps somebody's home village, and where they just agreed, that they did; from now on they can be written to. */
export async function keepHome(
  deps: BotDeps,
  ctx: BotContext,
  code: string,
  consents: boolean,
): Promise<void> {
  const { from } = ctx
  if (!from || ctx.visit.done) return
  // news comes without an update to read the client's language from
  const locale = ctx.person?.locale ?? (ctx.locale === deps.texts.defaultLocale ? null : ctx.locale)
  const updateId = ctx.update.update_id
  const kept = await keep(deps, { telegramId: from.id, villageCode: code, locale, consents, updateId })
  if (!kept) return await ctx.lookAgain()
  ctx.marked(ctx.visit.draft)
  ctx.visit = { ...ctx.visit, person: kept.person, personVersion: kept.version }
  ctx.person = kept.person
}
