/** k: what residents and the public see of a group that has fewer people than this says no number. */
export const SMALLEST_SHOWN = 5

/** How many people, as far as residents may know: `some` for one to four of them. Committees see exact counts. */
export function shownCount(
  people: number,
): { kind: 'none' } | { kind: 'some' } | { kind: 'exact'; n: number } {
  if (people <= 0) return { kind: 'none' }
  return people < SMALLEST_SHOWN ? { kind: 'some' } : { kind: 'exact', n: people }
}
