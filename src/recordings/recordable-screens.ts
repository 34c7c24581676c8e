import type { CardDefinition, Question } from '../cards/card-definition.ts'
import { REVIEW } from '../cards/draft-state.ts'
import { cards } from '../cards/topics.ts'

export const CONSENT = 'consent'
export const MENU = 'menu'

/** A screen that can be read aloud. `question`: null for the screens around the card. */
export interface RecordableScreen {
  /** names it in the database: the question's id, with its topic before it where it is the topic's own */
  screen: string
  card: CardDefinition | null
  question: Question | null
}

/** All that can be read aloud, each once, in the order in which people meet it. */
export function recordableScreens(): RecordableScreen[] {
  const around = (screen: string): RecordableScreen => ({ screen, card: null, question: null })
  const screens = new Map<string, RecordableScreen>()
  for (const each of [around(CONSENT), around(MENU)]) screens.set(each.screen, each)
  for (const card of cards)
    for (const question of card.questions) {
      const screen = questionScreen(card, question)
      if (!screens.has(screen)) screens.set(screen, { screen, card, question })
    }
  return [...screens.values(), around(REVIEW)]
}

/** What the screen of a half-filled card is called as a recording: a question, or the review; null for any other. */
export function screenOfCard(card: CardDefinition, at: string): string | null {
  if (at === REVIEW) return REVIEW
  const question = card.questions.find(({ id }) => id === at)
  return question ? questionScreen(card, question) : null
}

/** A question that other cards ask in the same words, with the same choices, is recorded once for all of them. */
function questionScreen(card: CardDefinition, question: Question): string {
  const asked = cards.flatMap(({ questions }) => questions.filter(({ id }) => id === question.id))
  const isCommon = asked.length > 1 && asked.every((each) => labelsOf(each) === labelsOf(question))
  return isCommon ? question.id : `${card.topic}.${question.id}`
}

function labelsOf(question: Question): string {
  return question.kind === 'words' ? '' : question.labels
}
