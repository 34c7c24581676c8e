import { rememberPerson } from '../../people/remember-person.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

/** /language: each language by its own name. */
export async function language(deps: BotDeps, ctx: BotContext): Shown {
  await showMessage(ctx, {
    text: ctx.t('language-question'),
    buttons: deps.texts.locales.map((locale) => [
      {
        label: deps.texts.t(locale, 'language-name'),
        data: encodePress({ kind: 'language', locale, villageCode: null }),
      },
    ]),
  })
  return null
}

/** A language was chosen: kept, and the screen goes on in it. */
export async function pressLanguage(
  deps: BotDeps,
  ctx: BotContext,
  { locale, villageCode }: { locale: string; villageCode: string | null },
): Shown {
  const { from } = ctx
  if (!from || !deps.texts.locales.includes(locale)) return null
  await ctx.once((tx) => rememberPerson({ ...deps, tx }, from.id, { locale }))
  ctx.person = await deps.prisma.person.findUnique({ where: { telegramId: BigInt(from.id) } })
  ctx.locale = locale
  return villageCode ? { screen: 'consent', villageCode } : { screen: 'menu', hint: ctx.t('language-chosen') }
}
