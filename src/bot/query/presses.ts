import { cardOf } from '../../cards/topics.ts'
import type { PressOf } from '../../presses/callback-data.ts'
import type { QueryStep } from '../../presses/query-press.ts'
import { changeQuery } from '../../reports/change-query.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import { loadQuery } from '../../reports/load-query.ts'
import { matchFeedback } from '../../reports/match-feedback.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords, stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage } from '../show-message.ts'
import { periodScreen, statusScreen, topicScreen, wordsScreen } from './choice-screens.ts'
import { labelRegion, showEntries, showRegion, showTally } from './load-screens.ts'
import { type Administrator, type QueryDeps, type QueryResult, queryView } from './query-context.ts'

/** A button below a /query message. */
export async function pressQuery(deps: BotDeps, ctx: BotContext, press: PressOf<'query'>): Shown {
  const { from, scope, locale } = ctx
  if (!from || !scope) return null
  const administrator = { telegramId: from.id, scope, locale }
  const result = await handleQueryPress({ ...deps, db: deps.prisma }, administrator, press)
  if (!result.ok) {
    ctx.toast = { text: ctx.t('button-is-old'), alert: false }
    return null
  }
  await showMessage(ctx, result.message)
  if (result.awaitsWords) await awaitWords(ctx, { kind: 'query', queryId: press.queryId })
  else await stopWaiting(ctx)
  return null
}

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

type Step = 'topics' | 'regions' | 'periods' | 'statuses' | 'tally' | 'entries' | 'search'

function screenAfter(step: QueryStep): Step {
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
