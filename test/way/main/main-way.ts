import type { Way } from '../../support/open-way.ts'
import { type Cast, cast, NAMES, WORDS } from './cast.ts'
import { fillCards } from './fill-cards.ts'
import { linkCommittees } from './link-committees.ts'
import { readAndAnswer } from './read-and-answer.ts'
import { weeksPass } from './weeks-pass.ts'

/** Names and words that the main way brings in. */
export const mainWaySecrets = [...NAMES, ...Object.values(WORDS)]

/** The main job from end to end, as one story told in tests that build on each other. */
export function mainWay(open: () => Way): void {
  let people: Cast | undefined
  const of = () => {
    people ??= cast(open())
    return people
  }
  linkCommittees(of)
  fillCards(of)
  readAndAnswer(of)
  weeksPass(of)
}
