import type { RegionScope } from '../../access/region-scope.ts'
import type { Db } from '../../db/database.ts'
import type { Locale, TextArgs, Texts } from '../../i18n/texts.ts'
import type { Clock } from '../../lib/clock.ts'
import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import type { Random } from '../../lib/random.ts'

/** What the steps of /query work with. */
export interface QueryDeps {
  db: Db
  clock: Clock
  texts: Texts
  /** IANA; where days begin */
  timeZone: string
  random: Random
}

export interface Administrator {
  telegramId: number
  scope: RegionScope
  locale: Locale
}

/** What every screen of /query needs: whose buttons they are, and the texts in the reader's language. */
export interface QueryView {
  queryId: string
  locale: Locale
  t: (key: string, args?: TextArgs) => string
  /** whether there is such a text; topics and aspects of old cards may have none any more */
  has: (key: string) => boolean
}

/** `awaitsWords`: the next words in this chat are what to search for. */
export type QueryResult<Refusal extends string> =
  | { ok: true; message: OutgoingMessage; awaitsWords: boolean }
  | { ok: false; code: Refusal }

export function queryView(texts: Texts, locale: Locale, queryId: string): QueryView {
  return { queryId, locale, t: (key, args) => texts.t(locale, key, args), has: (key) => texts.has(key) }
}
