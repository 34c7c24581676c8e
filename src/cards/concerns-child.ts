import type { DraftState } from './draft-state.ts'

/** Whether a card is about the child of whoever fills it in: then the child's guardian must agree. */
export function concernsChild({ answers: { about } }: DraftState): boolean {
  return about?.kind === 'choice' && about.value === 'child'
}
