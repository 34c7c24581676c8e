import type { PrismaClient } from '../../prisma/client/client.ts'
import type { SendJob } from '../db/job.ts'
import type { Cadence } from '../digests/period.ts'
import { postInterimDigests } from '../digests/post-interim-digests.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'

/** "So far this week", to every linked channel, now. Returns how many are on their way. */
export async function postInterimDigestsNow(
  deps: { prisma: PrismaClient; clock: Clock; random: Random },
  options: { cadence: Cadence; timeZone: string },
  sendJob: SendJob,
): Promise<number> {
  return await deps.prisma.$transaction(async (tx) => {
    const { ids } = await postInterimDigests({ ...deps, prisma: tx }, options, { codes: [''] })
    for (const digestId of ids) await sendJob(tx, { name: 'deliver-digest', data: { digestId } })
    return ids.length
  })
}
