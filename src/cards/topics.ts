import type { CardDefinition } from './card-definition.ts'
import { elderCare } from './elder-care.ts'
import { healthcare } from './healthcare.ts'
import { other } from './other.ts'
import { schooling } from './schooling.ts'

/** The cards that the product has, in the order in which they are offered; "something else" last. */
export const cards: readonly CardDefinition[] = [healthcare, schooling, elderCare, other]

/** The card of a topic; undefined where there is none (any more). */
export function cardOf(topic: string): CardDefinition | undefined {
  return cards.find((card) => card.topic === topic)
}

/** The options of a card's aspects question, "something else" last. */
export function aspectsOf(card: CardDefinition): { id: string; icon: string }[] {
  const question = card.questions.find((each) => each.id === 'aspects')
  return question?.kind === 'several' ? question.options : []
}
