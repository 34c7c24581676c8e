import { changeQuery } from '../../reports/change-query.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { loadQuery } from '../../reports/load-query.ts'
import { matchFeedback } from '../../reports/match-feedback.ts'
import { readWords } from '../../reports/read-words.ts'
import { saveQuery } from '../../reports/save-query.ts'
import { topRegion } from '../../reports/top-region.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { sendMessage, sendOnly } from '../show-message.ts'
import { topicScreen } from './choice-screens.ts'
import { showTally } from './load-screens.ts'
import { type Administrator, type QueryDeps, type QueryResult, queryView } from './query-context.ts'

/** The words that an administrator typed after 🔎; refused ones are asked for again. */
export async function takeQueryWords(deps: BotDeps, ctx: BotContext, queryId: string): Promise<() => Shown> {
  const { from, scope, locale } = ctx
  if (!from || !scope) return () => sendOnly(ctx, { text: ctx.t('administrators-only') })
  const result = await searchWords(
    { ...deps, db: deps.prisma },
    { telegramId: from.id, scope, locale },
    { queryId, typed: ctx.message?.text ?? '' },
  )
  return async () => {
    if (result.ok) return await sendOnly(ctx, result.message)
    await sendMessage(ctx, { text: ctx.t(`query-refused-${result.code.replaceAll('_', '-')}`) })
    if (result.code === 'empty' || result.code === 'too_long')
      await awaitWords(ctx, { kind: 'query', queryId })
    return null
  }
}

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
