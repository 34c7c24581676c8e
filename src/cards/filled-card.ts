import type { CardDefinition } from './card-definition.ts'
import type { Answer, DraftState, Part } from './draft-state.ts'

/** A card as it is submitted: answers by question, and on their own those that everything counts by. */
export interface FilledCard {
  aspects: string[]
  /** 5 very satisfied .. 1 very dissatisfied */
  satisfaction: number | null
  /** the other choices, by question id: one value or several; what was skipped is not there */
  answers: Record<string, string | string[]>
  words: string | null
  wish: string | null
  parts: { question: string; part: Part }[]
  /** nobody is said to be in no hurry who was not asked */
  urgency: 'not_said' | 'can_wait' | 'this_month' | 'now'
  visibility: 'committee' | 'committee_named' | 'township'
}

/** Questions whose answers have columns of their own. */
export const OWN_COLUMNS: ReadonlySet<string> = new Set([
  'aspects',
  'satisfaction',
  'words',
  'wish',
  'urgency',
  'visibility',
])

/** Reads a draft as a filled card. "That's all" may come before urgency, which is then not said, and visibility, which has a default. */
export function fillCard(card: CardDefinition, state: DraftState): FilledCard {
  const answer = (id: string): Answer | undefined => state.answers[id]
  const chosen = <T extends string>(id: string, fallback: T): T => {
    const found = answer(id)
    return found?.kind === 'choice' ? (found.value as T) : fallback
  }
  const text = (id: string) => {
    const found = answer(id)
    return found?.kind === 'words' ? found.text : null
  }
  const aspects = answer('aspects')
  const satisfaction = answer('satisfaction')

  const answers: FilledCard['answers'] = {}
  const parts: FilledCard['parts'] = []
  for (const question of card.questions) {
    const found = answer(question.id)
    if (found?.kind === 'words') parts.push(...found.parts.map((part) => ({ question: question.id, part })))
    if (OWN_COLUMNS.has(question.id)) continue
    if (found?.kind === 'choice') answers[question.id] = found.value
    if (found?.kind === 'several') answers[question.id] = found.values
  }
  return {
    aspects: aspects?.kind === 'several' ? aspects.values : [],
    satisfaction: satisfaction?.kind === 'choice' ? Number(satisfaction.value) : null,
    answers,
    words: text('words'),
    wish: text('wish'),
    parts,
    urgency: chosen('urgency', 'not_said'),
    visibility: chosen('visibility', 'committee'),
  }
}
