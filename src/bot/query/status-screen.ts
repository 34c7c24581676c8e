import type { OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { filterStatuses, type QueryStep } from '../../presses/query-press.ts'
import type { QueryView } from './query-context.ts'

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
