import type { Db } from '../../db/database.ts'
import type { SendJob } from '../../db/job.ts'

/** In one job they are edited one after the other; several jobs run beside each other. */
const IN_ONE_JOB = 10

/** Leaves jobs that take back what these posted messages owe, in the caller's transaction. */
export async function leaveEdits(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  postedIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < postedIds.length; at += IN_ONE_JOB)
    await sendJob(tx, { name: 'edit-posted', data: { postedIds: postedIds.slice(at, at + IN_ONE_JOB) } })
}
