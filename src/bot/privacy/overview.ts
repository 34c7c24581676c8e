import { cardOf } from '../../cards/topics.ts'
import { lookPlaces } from '../../deliveries/posted/log-looks.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { describeKeptData } from '../../privacy/describe-kept-data.ts'
import { LOOKS_PER_PAGE, listLooks } from '../../privacy/list-looks.ts'
import { describeRegions, officeName, regionLabel, regionName } from '../../regions/describe-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'
import { privacyLooks, privacyMore, privacyOverview } from './privacy-screens.ts'

/** What is kept, take it along, erase it. */
export async function showPrivacy(deps: BotDeps, ctx: BotContext): Shown {
  const { from, locale } = ctx
  if (!from) return null
  const kept = await describeKeptData(deps.prisma, from.id)
  const regions = await describeRegions(deps.prisma, kept?.villageCodes ?? [])
  const villages = [...regions.values()].map((region) => regionLabel(region, locale))
  const view = { texts: deps.texts, locale }
  await showMessage(ctx, privacyOverview(view, { kept, villages, timeZone: deps.timeZone }))
  return null
}

/** What is kept beside the cards. */
export async function showMore(deps: BotDeps, ctx: BotContext): Shown {
  const { from, locale } = ctx
  const kept = from && (await describeKeptData(deps.prisma, from.id))
  if (!kept) return { screen: 'privacy' }
  const villages = await describeRegions(
    deps.prisma,
    kept.followed.map(({ villageCode }) => villageCode),
  )
  const nameOf = (code: string) => {
    const village = villages.get(code)
    return village ? regionName(village.name, locale) : code
  }
  const { texts, timeZone } = deps
  await showMessage(ctx, privacyMore({ texts, locale }, { kept, nameOf, timeZone }))
  return null
}

/** Who was shown the person's name, newest first. */
export async function showLooks(deps: BotDeps, ctx: BotContext, wanted: number): Shown {
  const { from, locale } = ctx
  if (!from) return null
  const { looks, total, page } = await listLooks(deps.prisma, from.id, wanted)
  const lines = looks.map((look) => ({
    at: look.at,
    office: look.region ? officeName(look.region.name, locale) : null,
    place: lookPlaces.find((place) => place === look.place) ?? 'case',
    alias: `${caseAlias(look.case.number)} ${cardOf(look.case.submission.topic)?.icon ?? ''}`.trim(),
  }))
  const pages = Math.max(1, Math.ceil(total / LOOKS_PER_PAGE))
  const { texts, timeZone } = deps
  await showMessage(ctx, privacyLooks({ texts, locale }, { lines, page, pages, timeZone }))
  return null
}
