import type { Texts } from '../i18n/texts.ts'
import type { CardDefinition, Question } from './card-definition.ts'
import type { DraftState } from './draft-state.ts'
import { fillCard } from './filled-card.ts'
import { wordsGot } from './words-got.ts'

/** The answer to one question of a card as people read it; words up to so many characters. Null: left out. Pure. */
export function shownAnswer(
  reader: { texts: Texts; locale: string },
  card: CardDefinition,
  state: DraftState,
  question: Question,
  mostWords?: number,
): string | null {
  const { texts, locale } = reader
  const answer = state.answers[question.id]
  if (question.kind === 'words') return answer?.kind === 'words' ? wordsGot(reader, answer, mostWords) : null
  const filled = fillCard(card, state)
  const label = (id: string) => {
    const icon = question.options.find((option) => option.id === id)?.icon
    return `${icon ? `${icon} ` : ''}${texts.t(locale, `${question.labels}-${id}`)}`
  }
  if (question.id === 'visibility') return label(filled.visibility)
  if (answer?.kind === 'choice') return label(answer.value)
  if (answer?.kind === 'several' && answer.values.length > 0)
    return answer.values.map(label).join(texts.t(locale, 'card-list-comma'))
  return null
}
