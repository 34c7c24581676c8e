import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { readWords } from '../../reports/read-words.ts'
import { saveQuery } from '../../reports/save-query.ts'
import { topRegion } from '../../reports/top-region.ts'
import type { Administrator, QueryDeps, QueryResult } from './query-context.ts'
import { queryView } from './query-view.ts'
import { showTally } from './show-tally.ts'
import { topicScreen } from './topic-screen.ts'

/**
 * Begins a query and gives its first screen: which topic. `/query 药品` goes to the tally of all that speaks of it.
 * Refuses words that are too long (readWords). Every call begins another query.
 */
export async function startQuery(
  deps: QueryDeps,
  administrator: Administrator,
  typed: string,
): Promise<QueryResult<'too_long' | 'out_of_scope'>> {
  const { telegramId, scope, locale } = administrator
  const read = readWords(typed)
  if (!read.ok && read.code === 'too_long') return { ok: false, code: 'too_long' }
  const filter: FeedbackFilter = {
    topic: null,
    regionCode: await topRegion(deps.db, scope),
    period: 'all',
    status: 'all',
    words: read.ok ? read.words : null,
  }
  const id = await saveQuery(deps, { telegramId, filter })
  if (!read.ok) {
    const message = topicScreen(queryView(deps.texts, locale, id), { first: true })
    return { ok: true, message, awaitsWords: false }
  }
  const shown = await showTally(deps, administrator, { id, filter })
  return shown.ok ? { ...shown, awaitsWords: false } : shown
}
