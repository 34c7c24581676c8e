import { FormattedString } from '@grammyjs/parse-mode'
import { satisfactionQuestion } from '../../cards/common-questions.ts'
import { cardOf } from '../../cards/topics.ts'
import { SLOT, textAround } from '../../i18n/text-around.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { markAnswer, markName, markWords } from '../../messages/quote-marks.ts'
import { showDate } from '../../messages/show-date.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { QueryStep } from '../../presses/query-press.ts'
import type { FeedbackEntry, FeedbackPage } from '../../reports/list-feedback.ts'
import { aspectLabel, nothingFound, type QueryHeading, queryHeading, topicLabel } from './labels.ts'
import type { QueryView } from './query-context.ts'
import { quoteWords } from './quote-words.ts'

export interface EntriesScreen extends QueryHeading {
  list: FeedbackPage
  /** with township and county; a village that is missing is shown by its code */
  villageLabels: ReadonlyMap<string, string>
}

// in characters; five entries stay below Telegram's 4,096 code units even if all of it is emoji, which take two
const MAX_QUOTE = 120
const MAX_ASIDE = 50
const MAX_NAME = 30

/** One page of what people said, masked and cut short. */
export function entriesScreen(view: QueryView, screen: EntriesScreen): OutgoingMessage {
  const { t, queryId } = view
  const { list } = screen
  const button = (label: string, step: QueryStep): Button => ({
    label,
    data: encodePress({ kind: 'query', queryId, step }),
  })
  const blocks = list.entries.map((entry) => entryBlock(view, screen, entry))
  const { text, entities } = FormattedString.join(
    [
      FormattedString.b(queryHeading(view, screen)),
      ...(blocks.length > 0 ? blocks : [nothingFound(view, screen.filter)]),
      ...(list.pages > 1
        ? [t('query-page', { page: list.page + 1, pages: list.pages, entries: list.total })]
        : []),
    ],
    '\n\n',
  )
  const turns = [
    ...(list.page > 0 ? [button(t('query-previous'), { action: 'entries', page: list.page - 1 })] : []),
    ...(list.page < list.pages - 1
      ? [button(t('query-next'), { action: 'entries', page: list.page + 1 })]
      : []),
  ]
  return {
    text,
    entities,
    buttons: [
      ...openButtons(view, list),
      ...(turns.length > 0 ? [turns] : []),
      [button(t('query-to-tally'), { action: 'tally' })],
    ],
  }
}

/** Each entry as a whole, in the order of the list; of what was erased there is nothing more. */
function openButtons({ queryId }: QueryView, { entries, page }: FeedbackPage): Button[][] {
  const buttons = entries
    .filter(({ erased }) => !erased)
    .map(({ alias, topic, caseId }) => ({
      label: `🔎 ${alias} ${cardOf(topic)?.icon ?? ''}`.trim(),
      data: encodePress({ kind: 'query-case', queryId, page, caseId }),
    }))
  return buttons.flatMap((_, i) => (i % 3 === 0 ? [buttons.slice(i, i + 3)] : []))
}

function entryBlock(view: QueryView, screen: EntriesScreen, entry: FeedbackEntry): FormattedString {
  const { t, locale } = view
  const village = screen.villageLabels.get(entry.villageCode) ?? entry.villageCode
  const aspects = entry.aspects.map((aspect) => aspectLabel(view, entry.topic, aspect))
  const face = satisfactionQuestion.options.find(({ id }) => id === String(entry.satisfaction))?.icon
  const about = [
    ...(screen.filter.topic === null || aspects.length === 0 ? [topicLabel(view, entry.topic)] : []),
    ...(aspects.length > 0 ? [aspects.join(t('query-list-comma'))] : []),
    ...(face ? [face] : []),
  ]
  const standing = [
    showDate(entry.createdAt, screen.timeZone, locale, { year: { unlessOf: screen.now } }),
    t(`case-status-${entry.status}`),
    ...(entry.urgency === 'now' ? [t('query-entry-urgent')] : []),
    ...(entry.endorsements > 0 ? [`👍 ${entry.endorsements}`] : []),
    ...(entry.filedFor !== null ? [t('proxy-case', { who: t(`proxy-who-${entry.filedFor}`) })] : []),
    ...(entry.visibility === 'township' ? [t('query-entry-township')] : []),
  ]
  const lines = [about.join(' · '), standing.join(' · '), ...said(view, entry, screen.filter.words)]
  return FormattedString.join([FormattedString.b(`${entry.alias} · ${village}`), ...lines], '\n')
}

function said({ t }: QueryView, entry: FeedbackEntry, near: string | null): (string | FormattedString)[] {
  const { words, wish, answer, signedName, attachments } = entry
  const marked = (text: string, most: number, sought: string | null = null) =>
    markWords(quoteWords(text, most, sought), entry)
  const files = [
    ...(attachments.photo > 0 ? [`📷 ${attachments.photo}`] : []),
    ...(attachments.voice > 0 ? [`🎤 ${attachments.voice}`] : []),
    ...(attachments.location > 0 ? ['📍'] : []),
  ]
  return [
    ...(entry.erased ? [t('query-entry-erased')] : []),
    ...(words === null
      ? []
      : [textAround(t('query-quoted', { words: SLOT }), marked(words, MAX_QUOTE, near))]),
    ...(wish === null
      ? []
      : [textAround(t('query-entry-wish', { words: SLOT }), marked(wish, MAX_ASIDE, near))]),
    ...(files.length > 0 ? [files.join('  ')] : []),
    ...(signedName === null
      ? []
      : [
          textAround(
            t('query-entry-signed', { name: SLOT }),
            markName(quoteWords(signedName, MAX_NAME), entry.submissionId),
          ),
        ]),
    ...(answer === null
      ? []
      : [
          textAround(
            t('query-entry-answer', { words: SLOT }),
            markAnswer(quoteWords(answer, MAX_ASIDE, null), entry),
          ),
        ]),
  ]
}
