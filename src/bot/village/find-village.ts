import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress, fitsInButton } from '../../presses/callback-data.ts'
import { describeRegions, regionLabel, regionName } from '../../regions/describe-region.ts'
import { type FindVillagesResult, findVillages } from '../../regions/find-villages.ts'
import { type Children, listChildren } from '../../regions/list-children.ts'
import { parentCode } from '../../regions/region-code.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { sendMessage, showMessage } from '../show-message.ts'

/** "Which village is it?": by typing part of its name, or by stepping down. */
export async function showVillageSearch(ctx: BotContext, hint?: string): Shown {
  await showMessage(ctx, {
    text: [hint, ctx.t('village-search')].filter(Boolean).join('\n\n'),
    buttons: [
      [{ label: ctx.t('village-step-down'), data: encodePress({ kind: 'step-down', code: '', page: 0 }) }],
    ],
  })
  await awaitWords(ctx, { kind: 'village' })
  return null
}

const HITS_PER_PAGE = 8

/** Shows what was found for a typed name: the villages, or where they lie when there are many. Words are waited for on. */
export async function showVillageHits(
  deps: BotDeps,
  ctx: BotContext,
  search: { text: string; within: string; page: number },
): Shown {
  const found = await findVillages(deps.prisma, search.text, {
    within: search.within,
    limit: HITS_PER_PAGE,
    offset: search.page * HITS_PER_PAGE,
    homophones: true,
  })
  if (!found.ok && found.code !== 'not_a_village')
    return await showVillageSearch(ctx, ctx.t(`village-${found.code.replaceAll('_', '-')}`))

  const show = ctx.callbackQuery ? showMessage : sendMessage
  await show(ctx, {
    text: headingOf(ctx, found),
    buttons: [
      ...buttonsOf(ctx, found, search),
      [{ label: ctx.t('village-step-down'), data: encodePress({ kind: 'step-down', code: '', page: 0 }) }],
    ],
  })
  await awaitWords(ctx, { kind: 'village' })
  return null
}

function headingOf(ctx: BotContext, found: FindVillagesResult): string {
  if (!found.ok) return ctx.t('village-is-larger')
  if (found.narrowing) return ctx.t('village-where', { n: found.total })
  return ctx.t('village-which', { n: found.total })
}

function buttonsOf(
  ctx: BotContext,
  found: FindVillagesResult,
  search: { text: string; within: string; page: number },
): Button[][] {
  if (!found.ok)
    return ('regions' in found ? found.regions : []).map((region) => [
      {
        label: regionLabel(region, ctx.locale),
        data: encodePress({ kind: 'step-down', code: region.code, page: 0 }),
      },
    ])
  if (found.narrowing)
    return found.narrowing.places.map((place) => [
      {
        label: `${regionName(place.name, ctx.locale)} · ${place.count}`,
        data: fitsInButton(search.text)
          ? encodePress({ kind: 'narrow', within: place.code, text: search.text, page: 0 })
          : encodePress({ kind: 'step-down', code: place.code, page: 0 }),
      },
    ])
  const rows: Button[][] = found.villages.map((village) => [
    { label: regionLabel(village, ctx.locale), data: encodePress({ kind: 'village', code: village.code }) },
  ])
  if ((search.page + 1) * HITS_PER_PAGE < found.total && fitsInButton(search.text))
    rows.push([
      {
        label: ctx.t('village-more'),
        data: encodePress({ kind: 'narrow', ...search, page: search.page + 1 }),
      },
    ])
  return rows
}

const PLACES_PER_PAGE = 24

/** City, county, township, village, one after the other; a level with one region only is passed over. */
export async function showStepDown(deps: BotDeps, ctx: BotContext, code: string, page: number): Shown {
  const children = await listChildren(deps.prisma, code, {
    limit: PLACES_PER_PAGE,
    offset: page * PLACES_PER_PAGE,
  })
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
  return null
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
    ...((page + 1) * PLACES_PER_PAGE < total ? [turn(page + 1, 'page-after')] : []),
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

/** The typed name of a village: nothing to keep, only to look for. */
export function takeVillageName(deps: BotDeps, ctx: BotContext): () => Shown {
  const text = ctx.message?.text
  return text === undefined
    ? () => showVillageSearch(ctx, ctx.t('village-type-name'))
    : () => showVillageHits(deps, ctx, { text: text.slice(0, 100), within: '', page: 0 })
}
