import { describeKeptData } from '../../privacy/describe-kept-data.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { privacyOverview } from '../privacy/privacy-screens.ts'
import { showMessage } from '../show-message.ts'

/** /privacy: what is kept, take it along, erase it. */
export async function privacy(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, locale } = ctx
  if (!from) return
  const kept = await describeKeptData(deps.prisma, from.id)
  const regions = await describeRegions(deps.prisma, kept?.villageCodes ?? [])
  const villages = [...regions.values()].map((region) => regionLabel(region, locale))
  const view = { texts: deps.texts, locale }
  await showMessage(ctx, privacyOverview(view, { kept, villages, timeZone: deps.timeZone }))
}
