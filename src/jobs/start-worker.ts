import { z } from 'zod'
import { catalogue } from './catalogue.ts'
import type { JobDeps } from './job-deps.ts'
import type { OpenQueues } from './open-queues.ts'

const AT_ONCE = {
  batchSize: 10,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 1,
  // a notification can be missed, and thirty seconds, which is the default then, are long in a chat
  notifyPollingIntervalSeconds: 1,
  perJobResults: true,
  includeMetadata: true,
} as const

/** What a job that came back carries besides its own payload. */
const carried = z.looseObject({ contentId: z.uuid().optional() }).nullish()

/** Works the queues off and keeps the schedules. A job that asks for it comes back later; one that throws is retried. */
export async function startWorker(
  shared: Omit<JobDeps, 'sendJob'>,
  { boss, sendJob }: OpenQueues,
  { digestHour }: { digestHour: number },
): Promise<void> {
  const deps: JobDeps = { ...shared, sendJob }
  const { log, cadence, timeZone: tz } = deps
  for (const { name, payload, schedule, handle } of catalogue) {
    await boss.work(name, AT_ONCE, (jobs) =>
      Promise.all(
        jobs.map(async ({ id, data, priority, retryCount, retryLimit }) => {
          try {
            const contentId = carried.parse(data)?.contentId ?? id
            const outcome = await handle(deps, payload.parse(data), contentId)
            if (outcome.kind === 'again')
              await boss.send(
                name,
                { ...(data as object), contentId },
                { startAfter: outcome.afterSeconds, priority },
              )
            else if (outcome.kind === 'forgotten') await boss.deleteJob(name, id)
            else log.info({ job: name, jobId: id, ...outcome.counts }, 'a job is done')
            return { id, status: 'completed' as const }
          } catch (err) {
            if (retryCount < retryLimit)
              log.error({ err, job: name, jobId: id }, 'a job failed and will be tried again')
            else log.error({ err, job: name, jobId: id }, 'a job failed on its last try and is given up')
            return { id, status: 'failed' as const }
          }
        }),
      ),
    )
    const planned = schedule?.({ cadence, digestHour })
    if (planned)
      await boss.schedule(name, planned.cron, {}, { tz, ...(planned.makeUp && { missed: 'once' }) })
  }
}
