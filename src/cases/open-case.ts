import type { Visibility } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { townshipOf } from '../regions/region-code.ts'
import { leaveEffects } from './effects.ts'

/**
 * Enters a submission into the ledger of the region that holds it: its village, or the township where the village shall
 * not see it. Numbers count up per holder without gaps within committed transactions. Who has to be told of it at once is
 * told by jobs, in the caller's transaction.
 */
export async function openCase(
  { tx, clock, random, sendJob }: { tx: Db; clock: Clock; random: Random; sendJob: SendJob },
  input: { submissionId: string; villageCode: string; visibility: Visibility },
): Promise<string> {
  const holderCode =
    input.visibility === 'township' ? (townshipOf(input.villageCode) ?? input.villageCode) : input.villageCode
  const [counter] = await tx.$queryRaw<{ last: number }[]>`
    INSERT INTO case_counter (region_code, last) VALUES (${holderCode}, 1)
    ON CONFLICT (region_code) DO UPDATE SET last = case_counter.last + 1
    RETURNING last`
  if (!counter) throw new Error(`no case number for ${holderCode}`)
  const id = random.uuid()
  const at = clock.now()
  await tx.case.create({
    data: {
      id,
      submissionId: input.submissionId,
      holderCode,
      number: counter.last,
      status: 'submitted',
      createdAt: at,
      events: { create: { kind: 'submitted', toStatus: 'submitted', at } },
    },
  })
  await leaveEffects({ tx, sendJob }, { caseId: id, kind: 'submitted' })
  return id
}
