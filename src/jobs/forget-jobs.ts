import type { Db } from '../db/database.ts'
import type { ForgetJobs } from '../db/job.ts'

/**
 * Deletes what the queues hold about something that was erased, whether it waits, runs, or is done and only kept for a while.
 * What runs at this moment finds nothing of it in the database, and if it comes again, forgets itself (see `forgotten` in
 * job-deps.ts). Payloads hold ids of our own and nothing else.
 */
export const forgetJobs: ForgetJobs = async (tx: Db, ids) => {
  if (ids.length === 0) return 0
  return await tx.$executeRaw`
    DELETE FROM pgboss.job WHERE name <> 'erase-attachments' AND EXISTS (
      SELECT FROM jsonb_each_text(CASE WHEN jsonb_typeof(data) = 'object' THEN data ELSE '{}' END) each
      WHERE each.value = ANY(${[...ids]}::text[]))`
}
