import { cards } from '../../cards/topics.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { topicLabel } from './card-labels.ts'
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
