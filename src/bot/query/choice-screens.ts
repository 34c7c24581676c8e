import { cards } from '../../cards/topics.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { filterPeriods, filterStatuses, type QueryStep } from '../../presses/query-press.ts'
import { MAX_WORDS } from '../../reports/feedback-filter.ts'
import { regionSteps } from '../region-steps.ts'
import { topicLabel } from './labels.ts'
import type { QueryView } from './query-context.ts'

/** Which topic: every card, and all of them. `first`: a new query; else there is a way back to the tally. */
export function topicScreen(view: QueryView, { first }: { first: boolean }): OutgoingMessage {
  const { t, queryId } = view
  const choice = (label: string, topic: string | null): Button[] => [
    { label, data: encodePress({ kind: 'query', queryId, step: { action: 'topic', first, topic } }) },
  ]
  const buttons = cards.map(({ topic, icon }) => choice(`${icon} ${t(`topic-${topic}`)}`, topic))
  buttons.push(choice(topicLabel(view, null), null))
  if (!first)
    buttons.push([
      {
        label: t('query-to-tally'),
        data: encodePress({ kind: 'query', queryId, step: { action: 'tally' } }),
      },
    ])
  return { text: t('query-topic-title'), buttons }
}

export interface RegionScreen {
  first: boolean
  regionCode: string
  /** null: above all cities */
  regionLabel: string | null
  /** where "back" leads one step up; null at the top of the scope */
  parentCode: string | null
  /** one page of what lies right below, with how many entries each has */
  children: { code: string; name: string; count: number }[]
  /** from 0 */
  page: number
  pages: number
}

/** Stepping down: all of the region first, then what lies below it. A village is chosen by its press. */
export function regionScreen({ t, queryId }: QueryView, screen: RegionScreen): OutgoingMessage {
  const { first, regionLabel } = screen
  const data = (step: QueryStep) => encodePress({ kind: 'query', queryId, step })
  const children = screen.children.map(({ code, name, count }) => ({
    code,
    label: count > 0 ? `${name} ${count}` : name,
  }))
  const buttons = regionSteps(
    t,
    { ...screen, children },
    {
      choose: (regionCode) => data({ action: 'region', first, regionCode }),
      open: (regionCode, page) => data({ action: 'regions', first, regionCode, page }),
    },
    {
      whole: regionLabel === null ? t('query-all-places') : t('query-whole', { region: regionLabel }),
      top: first ? data({ action: 'topics', first }) : null,
      last: first ? [] : [{ label: t('query-to-tally'), data: data({ action: 'tally' }) }],
    },
  )
  return { text: t('query-region-title'), buttons }
}

/** How far back. `first`: a new query, whose way back leads to the region. */
export function periodScreen(
  { t, queryId }: QueryView,
  { first, regionCode }: { first: boolean; regionCode: string },
): OutgoingMessage {
  const button = (label: string, step: QueryStep) => ({
    label,
    data: encodePress({ kind: 'query', queryId, step }),
  })
  const choices = filterPeriods.map((period) =>
    button(t(`query-period-${period}`), { action: 'period', first, period }),
  )
  const back = first
    ? button(t('query-back'), { action: 'regions', first, regionCode, page: 0 })
    : button(t('query-to-tally'), { action: 'tally' })
  return {
    text: t('query-period-title'),
    buttons: [choices.slice(0, 2), choices.slice(2, 4), choices.slice(4), [back]],
  }
}

/** How far the cases have come, "all" first. `first`: a new query, whose way back leads to the period. */
export function statusScreen({ t, queryId }: QueryView, { first }: { first: boolean }): OutgoingMessage {
  const button = (label: string, step: QueryStep) => ({
    label,
    data: encodePress({ kind: 'query', queryId, step }),
  })
  const choices = filterStatuses.map((status) => [
    button(t(`query-status-${status}`), { action: 'status', status }),
  ])
  const back = first
    ? button(t('query-back'), { action: 'periods', first })
    : button(t('query-to-tally'), { action: 'tally' })
  return { text: t('query-status-title'), buttons: [...choices, [back]] }
}

/** Asks for the words to search for; what is typed next goes to words.ts. */
export function wordsScreen({ t, queryId }: QueryView): OutgoingMessage {
  return {
    text: t('query-search-title', { limit: MAX_WORDS }),
    buttons: [
      [
        {
          label: t('query-to-tally'),
          data: encodePress({ kind: 'query', queryId, step: { action: 'tally' } }),
        },
      ],
    ],
  }
}
