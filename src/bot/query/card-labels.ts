import { aspectsOf, cardOf } from '../../cards/topics.ts'
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
