import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { createInterimDigests } from './create-interim-digests.ts'
import type { Cadence } from './period.ts'

/**
 * Plans a digest of the running period so far for one chat; it takes no scheduled one's place. Gives its id, to be delivered.
 * Refuses a chat that is not linked to a region, and one whose last such digest is still to be posted.
 */
export async function postInterimDigest(
  deps: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  chatId: number,
): Promise<{ ok: true; digestId: string } | { ok: false; code: 'not_linked' | 'pending' }> {
  const which = { chatId: BigInt(chatId) }
  const { ids, pending } = await createInterimDigests(deps, { cadence, timeZone }, which)
  const [digestId] = ids
  if (digestId !== undefined) return { ok: true, digestId }
  return { ok: false, code: pending > 0 ? 'pending' : 'not_linked' }
}
