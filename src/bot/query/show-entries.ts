import { topOfScope } from '../../access/region-scope.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { describeRegions, regionLabel } from '../../regions/describe-region.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { listFeedback } from '../../reports/list-feedback.ts'
import type { OutOfScope } from '../../reports/match-feedback.ts'
import { periodOfFilter } from '../../reports/period-of-filter.ts'
import { topRegion } from '../../reports/top-region.ts'
import { entriesScreen } from './entries-screen.ts'
import { labelRegion } from './label-region.ts'
import type { Administrator, QueryDeps } from './query-context.ts'
import { queryView } from './query-view.ts'

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
