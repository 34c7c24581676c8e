import { describeKeptData } from '../../privacy/describe-kept-data.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import { privacy } from '../commands/privacy.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'
import { privacyMore } from './privacy-screens.ts'

/** What is kept beside the cards. */
export async function showMore(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, locale } = ctx
  const kept = from && (await describeKeptData(deps.prisma, from.id))
  if (!kept) return await privacy(deps, ctx)
  const villages = await describeRegions(
    deps.prisma,
    kept.followed.map(({ villageCode }) => villageCode),
  )
  const nameOf = (code: string) => villages.get(code)?.name ?? code
  const { texts, timeZone } = deps
  await showMessage(ctx, privacyMore({ texts, locale }, { kept, nameOf, timeZone }))
}
