import type { CardDefinition } from '../cards/card-definition.ts'
import { type DraftState, REVIEW, TOPIC } from '../cards/draft-state.ts'
import { suggestTopics } from '../cards/suggest-topics.ts'
import { cardOf } from '../cards/topics.ts'
import type { Texts } from '../i18n/texts.ts'

/** How many aspects are ticked beforehand; the review shows them and every line of it can be changed. */
const MOST_ASPECTS = 2

/**
 * The topic of words that came first: their draft becomes a card on its review screen, with the aspects that the words
 * surely speak of. Pure. Refuses a draft whose topic is known already, and an unknown topic.
 */
export function chooseTopic(
  texts: Texts,
  state: DraftState,
  { topic, locale }: { topic: string; locale: string },
): { ok: true; card: CardDefinition; state: DraftState } | { ok: false; code: 'stale' | 'unknown_topic' } {
  if (state.at !== TOPIC) return { ok: false, code: 'stale' }
  const card = cardOf(topic)
  if (!card) return { ok: false, code: 'unknown_topic' }
  const { words } = state.answers
  const text = words?.kind === 'words' ? (words.text ?? '') : ''
  const suggested = suggestTopics(texts, locale, text).find((each) => each.topic === card.topic)
  const aspects = suggested?.sure.slice(0, MOST_ASPECTS) ?? []
  return {
    ok: true,
    card,
    state: {
      at: REVIEW,
      editing: false,
      answers: {
        ...(words ? { words } : {}),
        aspects: { kind: 'several', values: aspects.length > 0 ? aspects : ['something_else'] },
      },
    },
  }
}
