import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { filterPeriods, type QueryStep } from '../../presses/query-press.ts'
import type { QueryView } from './query-context.ts'

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
