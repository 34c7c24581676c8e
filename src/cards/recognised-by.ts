import type { DraftState } from './draft-state.ts'

/**
 * What a village would recognise somebody by who does not want to be named to it: their voice, or a place. Empty where the
 * village may know who it is, or does not see the card.
 */
export function recognisedBy({ answers }: DraftState): ('voice' | 'location')[] {
  const { visibility } = answers
  if (visibility?.kind === 'choice' && visibility.value !== 'committee') return []
  const kinds = new Set(
    Object.values(answers).flatMap((answer) =>
      answer.kind === 'words' ? answer.parts.map((part) => part.kind) : [],
    ),
  )
  return (['voice', 'location'] as const).filter((kind) => kinds.has(kind))
}
