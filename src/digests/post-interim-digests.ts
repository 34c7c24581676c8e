import type { Scope } from '../access/scope.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { subtreeRange } from '../regions/region-code.ts'
import { createInterimDigests } from './create-interim-digests.ts'
import type { Cadence } from './period.ts'

/** The same as postInterimDigest for every linked chat of the regions in scope. Returns the ids to deliver. */
export async function postInterimDigests(
  deps: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  scope: Scope,
): Promise<string[]> {
  return await createInterimDigests(
    deps,
    { cadence, timeZone },
    { regionCode: subtreeRange(scope.regionCode) },
  )
}
