import { FormattedString } from '@grammyjs/parse-mode'
import { satisfactionQuestion } from '../../cards/common-questions.ts'
import { caseStatuses } from '../../cases/statuses.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { QueryStep } from '../../presses/query-press.ts'
import { parentCode, regionLevelOf } from '../../regions/region-code.ts'
import type { FeedbackTally } from '../../reports/tally-feedback.ts'
import { aspectIcon, aspectLabel, nothingFound, type QueryHeading, queryHeading } from './labels.ts'
import type { QueryView } from './query-context.ts'

export interface TallyScreen extends QueryHeading {
  tally: FeedbackTally
  /** short names of the regions in tally.byRegion; one that is missing is shown by its code */
  regionNames: ReadonlyMap<string, string>
}

const MOST_NAMED = 10

/** The counts of a query: the middle of /query, which every change returns to. */
export function tallyScreen(view: QueryView, screen: TallyScreen): OutgoingMessage {
  const heading = FormattedString.b(queryHeading(view, screen))
  const lines = screen.tally.total === 0 ? ['', nothingFound(view, screen.filter)] : countLines(view, screen)
  const { text, entities } = FormattedString.join([heading, ...lines], '\n')
  return { text, entities, buttons: buttonsOf(view, screen) }
}

function countLines(view: QueryView, screen: TallyScreen): string[] {
  const { t } = view
  const { tally, filter } = screen
  const lines = [
    t('query-count', { entries: tally.total, people: tally.people, ...mean(tally.satisfaction.mean) }),
  ]
  if (tally.before)
    lines.push(
      t('query-count-before', {
        period: t(`query-before-${filter.period}`),
        entries: tally.before.total,
        ...mean(tally.before.mean),
      }),
    )
  if (tally.erased > 0) lines.push(t('query-count-erased', { entries: tally.erased }))
  if (tally.byAspect.length > 0) lines.push('', t('query-by-aspect', { list: aspectList(view, screen) }))
  if (tally.satisfaction.answered > 0) lines.push('', faces(tally))
  lines.push('', t('query-standing', { list: statuses(view, tally) }))
  const regions = tally.byRegion
  const level = regionLevelOf(regions[0]?.code ?? '')
  if (level && regions.length > 0)
    lines.push(
      '',
      t(`query-by-${level}`, {
        list: counted(
          view,
          regions.map(({ code, count }) => [screen.regionNames.get(code) ?? code, count]),
          tally.total,
        ),
      }),
    )
  return lines
}

function aspectList(view: QueryView, { tally, filter }: TallyScreen): string {
  const shown = tally.byAspect.slice(0, MOST_NAMED).map(({ topic, aspect, count }): [string, number] => {
    const name = aspectLabel(view, topic, aspect)
    return [filter.topic === null ? `${aspectIcon(topic, aspect)} ${name}` : name, count]
  })
  const all = tally.byAspect.reduce((sum, { count }) => sum + count, 0)
  return counted(view, shown, all)
}

/** 药品不全 71 · 报销难 44 · 其余 12 */
function counted({ t }: QueryView, items: [string, number][], all: number): string {
  const rest = all - items.reduce((sum, [, count]) => sum + count, 0)
  const shown = items.map(([name, count]) => `${name} ${count}`)
  return (rest > 0 ? [...shown, t('query-rest', { count: rest })] : shown).join(' · ')
}

function faces({ satisfaction }: FeedbackTally): string {
  return satisfactionQuestion.options
    .map(({ id, icon }) => `${icon} ${satisfaction.counts[Number(id) as 1 | 2 | 3 | 4 | 5]}`)
    .join('  ')
}

function statuses({ t }: QueryView, { byStatus }: FeedbackTally): string {
  return caseStatuses
    .filter((status) => byStatus[status] > 0)
    .map((status) => `${t(`case-status-${status}`)} ${byStatus[status]}`)
    .join(' · ')
}

const mean = (value: number | null) => ({ mean: value === null ? 'none' : value.toFixed(1) })

function buttonsOf({ t, queryId }: QueryView, { filter, tally }: TallyScreen): Button[][] {
  const button = (label: string, step: QueryStep): Button => ({
    label,
    data: encodePress({ kind: 'query', queryId, step }),
  })
  const first = false
  // a village has nothing below it to choose from: begin beside it
  const from =
    regionLevelOf(filter.regionCode) === 'village' ? parentCode(filter.regionCode) : filter.regionCode
  return [
    ...(tally.total > 0 ? [[button(t('query-see-entries'), { action: 'entries', page: 0 })]] : []),
    [
      button(t('query-change-topic'), { action: 'topics', first }),
      button(t('query-change-region'), { action: 'regions', first, regionCode: from ?? '', page: 0 }),
    ],
    [
      button(t('query-change-period'), { action: 'periods', first }),
      button(t('query-change-status'), { action: 'statuses', first }),
    ],
    [
      button(t('query-search'), { action: 'search' }),
      ...(filter.words === null ? [] : [button(t('query-search-clear'), { action: 'clear' })]),
    ],
  ]
}
