import { decodePress, encodePress, type Press } from '../../../src/presses/callback-data.ts'
import { everyPress } from '../../presses/every-press.ts'
import { fc } from '../../support/properties.ts'
import type { VillageWithSecrets } from './village-with-secrets.ts'

/** As the examples of every-press.ts bear it; no row has it. */
const NO_ID = '0b9d4f5e-8a43-4a6e-9df7-3a3a9a1f6a01'
const NO_TAG = NO_ID.slice(0, 8)

/** One of each kind, which is all that the way to its handler depends on. */
export const onePressEach = [
  ...new Map(everyPress.map((press): [string, Press] => [press.kind, press])).values(),
]

/** The buttons of those presses: as they are, and with each real id of somebody else's in its place. */
export function buttonData(presses: readonly Press[], { ids }: Pick<VillageWithSecrets, 'ids'>): string[] {
  const uuids = [...ids.cases, ...ids.submissions, ...ids.parked]
  return presses.map(encodePress).flatMap((data) => {
    const withId = data.includes(NO_ID) ? uuids.map((id) => data.replace(NO_ID, id)) : []
    const withTag = [data, ...withId]
      .filter((each) => each.includes(NO_TAG))
      .flatMap((each) => ids.drafts.map((id) => each.replace(NO_TAG, id.slice(0, 8))))
    return [data, ...withId, ...withTag]
  })
}

/** So many of them, each changed in one place; those that `fits` only. */
export function mutatedData(
  from: readonly string[],
  count: number,
  fits: (press: Press | null) => boolean,
): string[] {
  const mutated = fc
    .tuple(
      fc.constantFrom(...from),
      fc.nat(64),
      fc.oneof(fc.string({ unit: 'binary', maxLength: 3 }), fc.constantFrom('0', '1', 'f', ':', '-', 'yes')),
      fc.nat(3),
    )
    .map(([data, at, put, cut]) => data.slice(0, at) + put + data.slice(at + cut))
    .filter((data) => data !== '' && fits(decodePress(data)))
  return fc.sample(mutated, count)
}
