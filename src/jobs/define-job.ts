import type { Queue } from 'pg-boss'
import type { z } from 'zod'
import type { JobName, Jobs } from '../db/job.ts'
import type { Cadence } from '../digests/period.ts'
import type { JobDeps, JobOutcome } from './job-deps.ts'

/** When a job comes by itself: a cron expression (minute, hour, day, month, weekday) in the region's time zone. */
export interface JobSchedule {
  cron: string
  /** what was missed while no worker ran is made up for, once */
  makeUp: boolean
}

/** A job: what it takes, what happens when it fails, and what it does. Its file adds its name and payload to `Jobs`. */
export interface JobDefinition<Name extends JobName = JobName> {
  name: Name
  payload: z.ZodType<Jobs[Name]>
  retry: Omit<Queue, 'name'>
  schedule?: (settings: { cadence: Cadence; digestHour: number }) => JobSchedule
  /**
   * A dead process' job runs again about 15 s later (heartbeat), so it can be repeated; what must not be sent twice goes
   * through deliveries/. `contentId`: a UUID, the same whenever this job runs again. One that throws is retried.
   */
  handle(deps: JobDeps, payload: Jobs[Name], contentId: string): Promise<JobOutcome>
}

export function defineJob<Name extends JobName>(job: JobDefinition<Name>): JobDefinition<Name> {
  return job
}

/** After which a process that takes no more notice is taken for dead. */
const heartbeat = { heartbeatSeconds: 20 }

/** How hard a job is tried again; delays in seconds. */
export const retries = {
  /** it comes by itself anyway */
  seldom: { ...heartbeat, retryLimit: 2 },
  planning: { ...heartbeat, retryLimit: 5, retryDelay: 30, retryBackoff: true },
  digest: { ...heartbeat, retryLimit: 5, retryDelay: 10, retryBackoff: true, notify: true },
  news: { ...heartbeat, retryLimit: 10, retryDelay: 5, retryBackoff: true, notify: true },
  file: { ...heartbeat, retryLimit: 10, retryDelay: 10, retryBackoff: true, notify: true },
  /** who asked for it has been promised: what is away for days is asked again */
  promised: {
    ...heartbeat,
    retryLimit: 100,
    retryDelay: 10,
    retryBackoff: true,
    retryDelayMax: 3600,
    notify: true,
  },
} satisfies Record<string, Omit<Queue, 'name'>>
