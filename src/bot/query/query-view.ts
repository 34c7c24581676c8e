import type { Locale, Texts } from '../../i18n/texts.ts'
import type { QueryView } from './query-context.ts'

export function queryView(texts: Texts, locale: Locale, queryId: string): QueryView {
  return { queryId, locale, t: (key, args) => texts.t(locale, key, args), has: (key) => texts.has(key) }
}
