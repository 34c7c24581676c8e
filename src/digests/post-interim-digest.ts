import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { createInterimDigests } from './create-interim-digests.ts'
import type { Cadence } from './period.ts'

/**
 * Plans a digest of the running period so far for one chat; takes no scheduled one's place and may be repeated: each time
 * there is another. Returns the id to deliver; null where the chat is not linked to a region, or the bot has left it.
 */
export async function postInterimDigest(
  deps: { prisma: Db; clock: Clock; random: Random },
  { cadence, timeZone }: { cadence: Cadence; timeZone: string },
  chatId: number,
): Promise<string | null> {
  const [id] = await createInterimDigests(deps, { cadence, timeZone }, { chatId: BigInt(chatId) })
  return id ?? null
}
