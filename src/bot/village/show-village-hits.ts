import type { Button } from '../../lib/outgoing-message.ts'
import { encodePress, fitsInButton } from '../../presses/callback-data.ts'
import { regionLabel, regionName } from '../../regions/describe-region.ts'
import { type FindVillagesResult, findVillages } from '../../regions/find-villages.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../conversations/wait-for-words.ts'
import { sendMessage, showMessage } from '../show-message.ts'
import { showVillageSearch } from './show-village-search.ts'

const PER_PAGE = 8

/** Shows what was found for a typed name: the villages, or where they lie when there are many. Words are waited for on. */
export async function showVillageHits(
  deps: BotDeps,
  ctx: BotContext,
  search: { text: string; within: string; page: number },
): Promise<void> {
  const found = await findVillages(deps.prisma, search.text, {
    within: search.within,
    limit: PER_PAGE,
    offset: search.page * PER_PAGE,
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
  if ((search.page + 1) * PER_PAGE < found.total && fitsInButton(search.text))
    rows.push([
      {
        label: ctx.t('village-more'),
        data: encodePress({ kind: 'narrow', ...search, page: search.page + 1 }),
      },
    ])
  return rows
}
