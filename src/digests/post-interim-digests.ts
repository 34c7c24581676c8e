import { type RegionScope, rangesOf } from '../access/region-scope.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { createInterimDigests, type InterimDigests } from './create-interim-digests.ts'
import type { Cadence } from './period.ts'

/** The same as postInterimDigest for every linked chat of the regions in scope.  */
export async function postInterimDigests(
  deps: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  scope: RegionScope,
): Promise<InterimDigests> {
  return await createInterimDigests(
    deps,
    { cadence, timeZone },
    { OR: rangesOf(scope).map((regionCode) => ({ regionCode })) },
  )
}
