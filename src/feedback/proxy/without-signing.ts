import type { CardDefinition } from '../../cards/card-definition.ts'

/** The card for somebody whose name is not told: there is nothing to sign it with. */
export function withoutSigning(card: CardDefinition): CardDefinition {
  const questions = card.questions.map((question) =>
    question.id === 'visibility' && question.kind === 'choice'
      ? { ...question, options: question.options.filter(({ id }) => id !== 'committee_named') }
      : question,
  )
  return { ...card, questions }
}
