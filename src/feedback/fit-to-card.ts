import type { CardDefinition } from '../cards/card-definition.ts'
import { type DraftState, REVIEW, TOPIC } from '../cards/draft-state.ts'

/**
 * A draft that was begun under an earlier version of its card: answers and choices that the card no longer has are left
 * out, all others stay; where its open question is gone, the first one without an answer is opened.
 */
export function fitToCard(card: CardDefinition, state: DraftState): DraftState {
  const answers: DraftState['answers'] = {}
  for (const question of card.questions) {
    const answer = state.answers[question.id]
    if (!answer) continue
    if (answer.kind === 'skipped') answers[question.id] = answer
    if (answer.kind !== question.kind) continue
    if (answer.kind === 'words') answers[question.id] = answer
    if (question.kind === 'words') continue
    const known = (value: string) => question.options.some((option) => option.id === value)
    if (answer.kind === 'choice' && known(answer.value)) answers[question.id] = answer
    if (answer.kind === 'several')
      answers[question.id] = { kind: 'several', values: answer.values.filter(known) }
  }
  const isThere =
    state.at === REVIEW || state.at === TOPIC || card.questions.some((question) => question.id === state.at)
  const firstOpen = card.questions.find((question) => !answers[question.id])?.id ?? REVIEW
  return { ...state, answers, at: isThere ? state.at : firstOpen }
}
