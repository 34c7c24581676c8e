import { codesOnTheWay, isInScope, partInScope, type RegionScope } from '../../access/region-scope.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel, regionName } from '../../regions/describe-region.ts'
import { listChildren } from '../../regions/list-children.ts'
import { cityWithoutCounties, isWithin, parentCode } from '../../regions/region-code.ts'
import { topRegion } from '../../reports/top-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import { regionSteps } from '../region-steps.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'

const PER_PAGE = 10

/** For which region shall be recorded? Steps down from the top of the administrator's scope, as /query does. */
export async function showVoiceRegions(
  deps: BotDeps,
  ctx: BotContext,
  scope: RegionScope,
  wanted: { regionCode: string; page: number },
): Shown {
  await stopWaiting(ctx)
  const top = await topRegion(deps.prisma, scope)
  const regionCode = partInScope(scope, wanted.regionCode).length > 0 ? wanted.regionCode || top : top
  const region =
    regionCode === '' ? undefined : (await describeRegions(deps.prisma, [regionCode])).get(regionCode)
  const { total, children } = await listChildren(deps.prisma, regionCode, {
    limit: PER_PAGE,
    offset: wanted.page * PER_PAGE,
    only: codesOnTheWay(scope, regionCode),
  })
  const above = cityWithoutCounties(regionCode) ?? parentCode(regionCode) ?? ''
  const buttons = regionSteps(
    ctx.t,
    {
      regionCode,
      children: children.map(({ code, name }) => ({ code, label: regionName(name, ctx.locale) })),
      parentCode: regionCode === top ? null : isWithin(above, top) ? above : top,
      page: wanted.page,
      pages: Math.ceil(total / PER_PAGE),
    },
    {
      choose: (code) => encodePress({ kind: 'recording-overview', regionCode: code }),
      open: (code, page) => encodePress({ kind: 'recording-regions', regionCode: code, page }),
    },
    {
      whole:
        region && isInScope(scope, region.code)
          ? ctx.t('voices-whole', { region: regionLabel(region, ctx.locale) })
          : null,
      top: null,
      last: [],
    },
  )
  await showMessage(ctx, { text: ctx.t('voices-where'), buttons })
  return null
}
