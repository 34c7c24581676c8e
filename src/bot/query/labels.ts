import { aspectsOf, cardOf } from '../../cards/topics.ts'
import { showDate } from '../../messages/show-date.ts'
import type { FeedbackFilter } from '../../reports/feedback-filter.ts'
import type { FilteredSpan } from '../../reports/period-of-filter.ts'
import type { QueryView } from './query-context.ts'

/** A topic with its pictogram, short; a topic that there is no card for any more by its id. */
export function topicLabel({ t, has }: QueryView, topic: string | null): string {
  if (topic === null) return `📋 ${t('query-all-topics')}`
  const name = has(`topic-${topic}-short`) ? t(`topic-${topic}-short`) : topic
  return `${cardOf(topic)?.icon ?? '📋'} ${name}`
}

/** An aspect as the card calls it; one that the card has no more by its id. */
export function aspectLabel({ t, has }: QueryView, topic: string, aspect: string): string {
  return has(`aspect-${topic}-${aspect}`) ? t(`aspect-${topic}-${aspect}`) : aspect
}

/** The pictogram of an aspect, to tell namesakes of different topics apart. */
export function aspectIcon(topic: string, aspect: string): string {
  const card = cardOf(topic)
  return (card && aspectsOf(card).find(({ id }) => id === aspect)?.icon) ?? '💬'
}

/** What a query means, as its screens bear it on top. */
export interface QueryHeading {
  filter: FeedbackFilter
  /** null: everything in scope, of which there is more than one top */
  regionLabel: string | null
  period: FilteredSpan
  now: Date
  timeZone: string
}

/** topic · region · dates, then what else narrows it down; one line. */
export function queryHeading(view: QueryView, heading: QueryHeading): string {
  const { t, locale } = view
  const { filter, period, now, timeZone } = heading
  const parts = [topicLabel(view, filter.topic), heading.regionLabel ?? t('query-all-places')]
  if (period.start) {
    const lastMoment = new Date(period.end.getTime() - 1)
    const [from, to] = [period.start, lastMoment].map((day) =>
      showDate(day, timeZone, locale, { year: { unlessOf: now } }),
    )
    parts.push(t('query-dates', { from: from ?? '', to: to ?? '' }))
  } else parts.push(t('query-period-all'))
  if (filter.status !== 'all') parts.push(t(`query-status-${filter.status}`))
  if (filter.aspect) parts.push(aspectLabel(view, filter.topic ?? '', filter.aspect))
  if (filter.words !== null) parts.push(t('query-quoted', { words: filter.words }))
  return parts.join(' · ')
}

/** What is said where nothing was found, with what to change. */
export function nothingFound({ t }: QueryView, filter: FeedbackFilter): string {
  return filter.words === null ? t('query-empty') : t('query-empty-words', { words: filter.words })
}
