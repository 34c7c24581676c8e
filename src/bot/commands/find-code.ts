import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { describeRegions, type RegionDescription, regionLabel } from '../../regions/describe-region.ts'
import { findVillages } from '../../regions/find-villages.ts'
import { regionLevelOf } from '../../regions/region-code.ts'
import { chatKind } from '../committee/chat-kind.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'

const MOST_HITS = 8

/**
 * The region that is named after /link by its code. Where there is none, says what is wrong and how a code is found, and
 * gives null: a name gets the codes of what is called so, ready to be copied.
 */
export async function findCode(
  deps: BotDeps,
  ctx: BotContext,
  typed: string,
): Promise<RegionDescription | null> {
  if (typed === '') return await say(ctx, ctx.t('link-usage', { chat: chatKind(ctx) }))
  if (!/^\d+$/.test(typed)) return await showHits(deps, ctx, typed)
  const level = regionLevelOf(typed)
  if (level === undefined || level === 'grid')
    return await say(ctx, ctx.t('link-no-code', { code: typed.slice(0, 20) }))
  const region = (await describeRegions(deps.prisma, [typed])).get(typed)
  return region ?? (await say(ctx, ctx.t('link-unknown-region', { code: typed })))
}

async function say(ctx: BotContext, text: string): Promise<null> {
  await sendMessage(ctx, { text })
  return null
}

async function showHits(deps: BotDeps, ctx: BotContext, name: string): Promise<null> {
  const found = await findVillages(deps.prisma, name, { limit: MOST_HITS })
  const regions = found.ok ? found.villages : 'regions' in found ? found.regions : []
  if (regions.length === 0) return await say(ctx, ctx.t('link-not-found'))
  const more = found.ok ? found.total - regions.length : 0
  const lines = regions.map(
    (region) => fmt`${FormattedString.code(`/link ${region.code}`)}  ${regionLabel(region, ctx.locale)}`,
  )
  const text = FormattedString.join(
    [ctx.t('link-found'), '', ...lines, ...(more > 0 ? ['', ctx.t('link-found-more', { n: more })] : [])],
    '\n',
  )
  await sendMessage(ctx, { text: text.text, entities: text.entities })
  return null
}
