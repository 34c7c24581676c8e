import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import type { OutOfScope } from '../../reports/match-feedback.ts'
import { tallyFeedback } from '../../reports/tally-feedback.ts'
import { topRegion } from '../../reports/top-region.ts'
import { labelRegion } from './label-region.ts'
import type { Administrator, QueryDeps } from './query-context.ts'
import { queryView } from './query-view.ts'
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
  const regionNames = new Map([...described].map(([code, { name }]) => [code, name]))
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
