/** Groups of fewer people than this are not told apart in public figures. */
export const SMALLEST_GROUP = 5

/**
 * The groups that may be told in public beside their total: none of fewer than SMALLEST_GROUP people, and where some are
 * hidden, at least two and one of SMALLEST_GROUP people among them, so that nobody can subtract. One person may be in
 * several groups. Groups without people do not count. `people`: how many different people a group is. Pure.
 */
export function hideSmallGroups<Group extends { people: number }>(groups: readonly Group[]): Group[] {
  const bySize = groups.filter(({ people }) => people > 0).sort((a, b) => a.people - b.people)
  const hidden = new Set<Group>()
  let biggest = 0
  for (const group of bySize) {
    const safe = hidden.size === 0 || (hidden.size >= 2 && biggest >= SMALLEST_GROUP)
    if (group.people >= SMALLEST_GROUP && safe) break
    hidden.add(group)
    biggest = group.people
  }
  return groups.filter((group) => group.people > 0 && !hidden.has(group))
}

/**
 * Whether a part may be told beside its whole: neither it nor the rest is a group that is too small. Nobody is no group.
 * Both are counts of different people; somebody may be in both.
 */
export function mayTellPart(part: number, rest: number): boolean {
  return [part, rest].every((people) => people === 0 || people >= SMALLEST_GROUP)
}
