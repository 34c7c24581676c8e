import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel, regionName } from '../../regions/describe-region.ts'
import { type Children, listChildren } from '../../regions/list-children.ts'
import { parentCode } from '../../regions/region-code.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'

const PER_PAGE = 24

/** City, county, township, village, one after the other; a level with one region only is passed over. */
export async function showStepDown(
  deps: BotDeps,
  ctx: BotContext,
  code: string,
  page: number,
): Promise<void> {
  const children = await listChildren(deps.prisma, code, { limit: PER_PAGE, offset: page * PER_PAGE })
  const [only] = children.children
  if (children.total === 1 && only && only.level !== 'village')
    return await showStepDown(deps, ctx, only.code, 0)

  const region = code === '' ? undefined : (await describeRegions(deps.prisma, [code])).get(code)
  await showMessage(ctx, {
    text: region
      ? ctx.t('village-step-in', { region: regionLabel(region, ctx.locale) })
      : ctx.t('village-step-top'),
    buttons: [
      ...childButtons(children, ctx.locale),
      ...turnButtons(ctx, code, page, children.total),
      [backButton(ctx, code)],
    ],
  })
}

function childButtons({ children }: Children, locale: string): Button[][] {
  const buttons = children.map(
    ({ code, name, level }): Button => ({
      label: regionName(name, locale),
      data: encodePress(
        level === 'village' ? { kind: 'village', code } : { kind: 'step-down', code, page: 0 },
      ),
    }),
  )
  return pairs(buttons)
}

function pairs(buttons: Button[]): Button[][] {
  return buttons.flatMap((_, i) => (i % 2 === 0 ? [buttons.slice(i, i + 2)] : []))
}

function turnButtons(ctx: BotContext, code: string, page: number, total: number): Button[][] {
  const turn = (to: number, key: string): Button => ({
    label: ctx.t(key),
    data: encodePress({ kind: 'step-down', code, page: to }),
  })
  const row = [
    ...(page > 0 ? [turn(page - 1, 'page-before')] : []),
    ...((page + 1) * PER_PAGE < total ? [turn(page + 1, 'page-after')] : []),
  ]
  return row.length > 0 ? [row] : []
}

function backButton(ctx: BotContext, code: string): Button {
  const above = parentCode(code)
  return {
    label: ctx.t('card-back'),
    data: encodePress(above ? { kind: 'step-down', code: above, page: 0 } : { kind: 'find-village' }),
  }
}
