import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'

/** Keeps somebody's home village, and where they just agreed, that they did; from now on they can be written to. */
export async function keepHome(
  deps: BotDeps,
  ctx: BotContext,
  code: string,
  consents: boolean,
): Promise<void> {
  const { from } = ctx
  if (!from) return
  // news comes without an update to read the client's language from
  const locale = ctx.person?.locale ?? (ctx.locale === deps.texts.defaultLocale ? undefined : ctx.locale)
  const kept = {
    homeVillageCode: code,
    blocked: false,
    locale,
    ...(consents ? { consent: true as const } : {}),
  }
  await ctx.once((tx) => rememberPerson({ ...deps, tx }, from.id, kept))
  ctx.person = await deps.prisma.person.findUnique({ where: { telegramId: BigInt(from.id) } })
}
