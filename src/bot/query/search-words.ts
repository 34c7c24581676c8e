import { changeQuery } from '../../reports/change-query.ts'
import { loadQuery } from '../../reports/load-query.ts'
import { matchFeedback } from '../../reports/match-feedback.ts'
import { readWords } from '../../reports/read-words.ts'
import type { Administrator, QueryDeps, QueryResult } from './query-context.ts'
import { showTally } from './show-tally.ts'

/**
 * Narrows a saved query down to words that were typed after 🔎, and gives its tally. Refuses no words and too many
 * (readWords), a query that is gone or somebody else's, and one outside the scope. May be repeated.
 */
export async function searchWords(
  deps: QueryDeps,
  administrator: Administrator,
  { queryId: id, typed }: { queryId: string; typed: string },
): Promise<QueryResult<'empty' | 'too_long' | 'gone' | 'out_of_scope'>> {
  const read = readWords(typed)
  if (!read.ok) return read
  const { telegramId, scope } = administrator
  const loaded = await loadQuery(deps.db, { id, telegramId })
  if (!loaded.ok) return { ok: false, code: 'gone' }
  const filter = { ...loaded.filter, words: read.words }
  const allowed = matchFeedback({ scope, filter })
  if (!allowed.ok) return allowed
  await changeQuery(deps, { id, telegramId, filter })
  const shown = await showTally(deps, administrator, { id, filter })
  return shown.ok ? { ...shown, awaitsWords: false } : shown
}
