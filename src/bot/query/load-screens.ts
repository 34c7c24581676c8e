import { codesOnTheWay, topOfScope } from '../../access/region-scope.ts'
import type { Db } from '../../db/database.ts'
import type { Locale } from '../../i18n/texts.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { describeRegions, regionLabel, regionName } from '../../regions/describe-region.ts'
import { listChildren } from '../../regions/list-children.ts'
import { cityWithoutCounties, isWithin, parentCode } from '../../regions/region-code.ts'
import { countByRegion } from '../../reports/count-by-region.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { listFeedback } from '../../reports/list-feedback.ts'
import type { OutOfScope } from '../../reports/match-feedback.ts'
import { periodOfFilter } from '../../reports/period-of-filter.ts'
import { tallyFeedback } from '../../reports/tally-feedback.ts'
import { topRegion } from '../../reports/top-region.ts'
import { regionScreen } from './choice-screens.ts'
import { entriesScreen } from './entries-screen.ts'
import { type Administrator, type QueryDeps, queryView } from './query-context.ts'
import { tallyScreen } from './tally-screen.ts'

/** Counts a saved query and shows it. */
export async function showTally(
  deps: QueryDeps,
  { scope, locale }: Administrator,
  query: { id: string; filter: FeedbackFilter },
): Promise<{ ok: true; message: OutgoingMessage } | OutOfScope> {
  const { db, clock, texts, timeZone } = deps
  const tallied = await tallyFeedback(deps, { scope, filter: query.filter })
  if (!tallied.ok) return tallied
  const { tally } = tallied
  const codes = tally.byRegion.map(({ code }) => code)
  const described = await describeRegions(db, codes)
  const regionNames = new Map([...described].map(([code, { name }]) => [code, regionName(name, locale)]))
  const { regionCode, period } = tally
  const label = await labelRegion(db, { regionCode, top: await topRegion(db, scope), locale })
  const message = tallyScreen(queryView(texts, locale, query.id), {
    filter: query.filter,
    regionLabel: label === undefined ? regionCode : label,
    period,
    now: clock.now(),
    timeZone,
    tally,
    regionNames,
  })
  return { ok: true, message }
}

/** Lists one page (from 0) of a saved query and shows it. */
export async function showEntries(
  deps: QueryDeps,
  { scope, locale }: Administrator,
  query: { id: string; filter: FeedbackFilter; page: number },
): Promise<{ ok: true; message: OutgoingMessage } | OutOfScope> {
  const { db, clock, texts, timeZone } = deps
  const { filter, page } = query
  const listed = await listFeedback(deps, { scope, filter, page })
  if (!listed.ok) return listed
  const villages = await describeRegions(
    db,
    listed.entries.map(({ villageCode }) => villageCode),
  )
  const regionCode = filter.regionCode || topOfScope(scope)
  const label = await labelRegion(db, { regionCode, top: await topRegion(db, scope), locale })
  const message = entriesScreen(queryView(texts, locale, query.id), {
    filter,
    regionLabel: label === undefined ? regionCode : label,
    period: periodOfFilter(filter.period, clock.now(), timeZone),
    now: clock.now(),
    timeZone,
    list: listed,
    villageLabels: new Map([...villages].map(([code, village]) => [code, regionLabel(village, locale)])),
  })
  return { ok: true, message }
}

const CHILDREN_PER_PAGE = 10

/**
 * Shows the places below a region, with how many entries each has by the rest of the filter; the empty string begins at
 * the top of the scope. Refuses a region outside the scope, and one that there is not.
 */
export async function showRegion(
  deps: QueryDeps,
  { scope, locale }: Administrator,
  query: { id: string; filter: FeedbackFilter; regionCode: string; page: number; first: boolean },
): Promise<{ ok: true; message: OutgoingMessage } | OutOfScope | { ok: false; code: 'unknown' }> {
  const { db, texts } = deps
  const { first } = query
  const top = await topRegion(db, scope)
  const regionCode = query.regionCode || top
  const counted = await countByRegion(deps, { scope, filter: { ...query.filter, regionCode } })
  if (!counted.ok) return counted
  const label = await labelRegion(db, { regionCode, top, locale })
  if (label === undefined) return { ok: false, code: 'unknown' }
  const offset = query.page * CHILDREN_PER_PAGE
  const { total, children } = await listChildren(db, regionCode, {
    limit: CHILDREN_PER_PAGE,
    offset,
    only: codesOnTheWay(scope, regionCode),
  })
  const above = cityWithoutCounties(regionCode) ?? parentCode(regionCode) ?? ''
  const message = regionScreen(queryView(texts, locale, query.id), {
    first,
    regionCode,
    regionLabel: label,
    parentCode: regionCode === top ? null : isWithin(above, top) ? above : top,
    children: children.map(({ code, name }) => ({
      code,
      name: regionName(name, locale),
      count: counted.counts.get(code) ?? 0,
    })),
    page: query.page,
    pages: Math.ceil(total / CHILDREN_PER_PAGE),
  })
  return { ok: true, message }
}

/**
 * How a region is called on top of a screen: a village with township and county, a county by itself where all that can
 * be chosen lies in its city (`top`). Null for everything, undefined for a region that there is not.
 */
export async function labelRegion(
  db: Db,
  { regionCode, top, locale }: { regionCode: string; top: string; locale: Locale },
): Promise<string | null | undefined> {
  if (regionCode === '') return null
  const region = (await describeRegions(db, [regionCode])).get(regionCode)
  if (!region) return undefined
  const shared = region.level === 'county' && top !== '' && isWithin(regionCode, top)
  return shared ? regionName(region.name, locale) : regionLabel(region, locale)
}
