import { cardOf } from '../../cards/topics.ts'
import type { QueryStep } from '../../presses/query-press.ts'
import { changeQuery } from '../../reports/change-query.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { loadQuery } from '../../reports/load-query.ts'
import { matchFeedback } from '../../reports/match-feedback.ts'
import { labelRegion } from './label-region.ts'
import { periodScreen } from './period-screen.ts'
import type { Administrator, QueryDeps, QueryResult } from './query-context.ts'
import { queryView } from './query-view.ts'
import { showEntries } from './show-entries.ts'
import { showRegion } from './show-region.ts'
import { showTally } from './show-tally.ts'
import { statusScreen } from './status-screen.ts'
import { topicScreen } from './topic-screen.ts'
import { wordsScreen } from './words-screen.ts'

export type QueryRefusal = 'gone' | 'out_of_scope' | 'unknown'

/**
 * Applies a press on a button of /query to its saved filter and gives the screen that comes next. A new query goes topic,
 * region, period, status, tally; a change returns to the tally. Refuses a query that is gone or somebody else's, a region
 * outside the scope (nothing is stored then), and what is no such step. May be repeated.
 */
export async function handleQueryPress(
  deps: QueryDeps,
  administrator: Administrator,
  { queryId: id, step }: { queryId: string; step: QueryStep },
): Promise<QueryResult<QueryRefusal>> {
  const { telegramId, scope } = administrator
  const loaded = await loadQuery(deps.db, { id, telegramId })
  if (!loaded.ok) return { ok: false, code: 'gone' }
  const change = await changed(deps, loaded.filter, step)
  if (!change) return { ok: false, code: 'unknown' }
  const { filter } = change
  const allowed = matchFeedback({ scope, filter })
  if (!allowed.ok) return allowed
  if (filter !== loaded.filter) await changeQuery(deps, { id, telegramId, filter })
  return await nextScreen(deps, administrator, { id, filter }, step)
}

/** The filter as the press leaves it: the same object where it changes nothing. Null for a topic or region that is not. */
async function changed(
  { db }: QueryDeps,
  filter: FeedbackFilter,
  step: QueryStep,
): Promise<{ filter: FeedbackFilter } | null> {
  switch (step.action) {
    case 'topic':
      if (step.topic !== null && !cardOf(step.topic)) return null
      return { filter: { ...filter, topic: step.topic, aspect: null } }
    case 'region': {
      const { regionCode } = step
      if ((await labelRegion(db, { regionCode, top: '', locale: '' })) === undefined) return null
      return { filter: { ...filter, regionCode } }
    }
    case 'period':
      return { filter: { ...filter, period: step.period } }
    case 'status':
      return { filter: { ...filter, status: step.status } }
    case 'clear':
      return { filter: { ...filter, words: null } }
    default:
      return { filter }
  }
}

async function nextScreen(
  deps: QueryDeps,
  administrator: Administrator,
  query: { id: string; filter: FeedbackFilter },
  step: QueryStep,
): Promise<QueryResult<QueryRefusal>> {
  const view = queryView(deps.texts, administrator.locale, query.id)
  const first = 'first' in step && step.first
  const shown = screenAfter(step)
  switch (shown) {
    case 'topics':
      return { ok: true, message: topicScreen(view, { first }), awaitsWords: false }
    case 'periods': {
      const message = periodScreen(view, { first, regionCode: query.filter.regionCode })
      return { ok: true, message, awaitsWords: false }
    }
    case 'statuses':
      return { ok: true, message: statusScreen(view, { first }), awaitsWords: false }
    case 'search':
      return { ok: true, message: wordsScreen(view), awaitsWords: true }
  }
  const { regionCode, page } = { regionCode: '', page: 0, ...step }
  const result =
    shown === 'regions'
      ? await showRegion(deps, administrator, { ...query, regionCode, page, first })
      : shown === 'entries'
        ? await showEntries(deps, administrator, { ...query, page })
        : await showTally(deps, administrator, query)
  return result.ok ? { ...result, awaitsWords: false } : result
}

type Shown = 'topics' | 'regions' | 'periods' | 'statuses' | 'tally' | 'entries' | 'search'

function screenAfter(step: QueryStep): Shown {
  switch (step.action) {
    case 'topic':
      return step.first ? 'regions' : 'tally'
    case 'region':
      return step.first ? 'periods' : 'tally'
    case 'period':
      return step.first ? 'statuses' : 'tally'
    case 'status':
    case 'clear':
      return 'tally'
    default:
      return step.action
  }
}
