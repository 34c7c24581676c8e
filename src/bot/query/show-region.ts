import { codesOnTheWay } from '../../access/region-scope.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { listChildren } from '../../regions/list-children.ts'
import { cityWithoutCounties, isWithin, parentCode } from '../../regions/region-code.ts'
import { countByRegion } from '../../reports/count-by-region.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import type { OutOfScope } from '../../reports/match-feedback.ts'
import { topRegion } from '../../reports/top-region.ts'
import { labelRegion } from './label-region.ts'
import type { Administrator, QueryDeps } from './query-context.ts'
import { queryView } from './query-view.ts'
import { regionScreen } from './region-screen.ts'

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
    children: children.map(({ code, name }) => ({ code, name, count: counted.counts.get(code) ?? 0 })),
    page: query.page,
    pages: Math.ceil(total / CHILDREN_PER_PAGE),
  })
  return { ok: true, message }
}
