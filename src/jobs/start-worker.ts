import type { SendJob } from '../db/job.ts'
import { scheduleOf } from '../digests/schedule-of.ts'
import { type Payload, type QueueName, queues } from './catalogue.ts'
import { deliverDigestJob } from './deliver-digest.ts'
import { deliverPrivateDigestJob } from './deliver-private-digest.ts'
import { editPostedJob } from './edit-posted.ts'
import { eraseAttachments } from './erase-attachments.ts'
import { expireProxiesJob } from './expire-proxies.ts'
import { fetchAttachmentJob } from './fetch-attachment.ts'
import { fetchRecordingJob } from './fetch-recording.ts'
import type { JobDeps, JobOutcome } from './job-deps.ts'
import type { OpenQueues } from './open-queues.ts'
import { planDigestsJob } from './plan-digests.ts'
import { remindDrafts } from './remind-drafts.ts'
import { tellAdministrator } from './tell-administrator.ts'
import { tellAnswerPhotos } from './tell-answer-photos.ts'
import { tellCommittee } from './tell-committee.ts'
import { tellEndorser } from './tell-endorser.ts'
import { tellFiler } from './tell-filer.ts'
import { tellResident } from './tell-resident.ts'
import { tidy } from './tidy.ts'

type Handlers = { [Name in QueueName]: (payload: Payload<Name>) => Promise<JobOutcome> }

/** Works the queues off and keeps the schedules. A job that asks for it comes back later; one that throws is retried. */
export async function startWorker(
  deps: JobDeps,
  { boss, sendJob }: OpenQueues,
  schedule: { digestHour: number },
): Promise<void> {
  const handlers = handlersOf(deps, sendJob)
  for (const name of Object.keys(handlers) as QueueName[]) {
    const handle = handlers[name] as (payload: unknown) => Promise<JobOutcome>
    await boss.work(
      name,
      {
        batchSize: 10,
        burstWhenBatchFull: true,
        pollingIntervalSeconds: 1,
        // a notification can be missed, and thirty seconds, which is the default then, are long in a chat
        notifyPollingIntervalSeconds: 1,
        perJobResults: true,
      },
      (jobs) =>
        Promise.all(
          jobs.map(async (job) => {
            try {
              const outcome = await handle(queues[name].payload.parse(job.data))
              if (outcome.kind === 'again')
                await boss.send(name, job.data as object, { startAfter: outcome.afterSeconds })
              return { id: job.id, status: 'completed' as const }
            } catch (err) {
              deps.log.error({ err, job: name, jobId: job.id }, 'a job failed and will be tried again')
              return { id: job.id, status: 'failed' as const }
            }
          }),
        ),
    )
  }
  const cron = scheduleOf(deps.cadence, schedule.digestHour)
  await boss.schedule('plan-digests', cron, {}, { tz: deps.timeZone, missed: 'once' })
  await boss.schedule('remind-drafts', '*/15 * * * *', {}, { tz: deps.timeZone, missed: 'once' })
  await boss.schedule('expire-proxies', '10 8-20 * * *', {}, { tz: deps.timeZone, missed: 'once' })
  await boss.schedule('tidy', '30 3 * * *', {}, { tz: deps.timeZone })
}

function handlersOf(deps: JobDeps, sendJob: SendJob): Handlers {
  return {
    'plan-digests': () => planDigestsJob(deps, sendJob),
    'deliver-digest': ({ digestId }) => deliverDigestJob(deps, sendJob, digestId),
    'deliver-private-digest': ({ privateDigestId }) => deliverPrivateDigestJob(deps, privateDigestId),
    'tell-resident': (payload) => tellResident(deps, payload),
    'tell-answer-photos': (payload) => tellAnswerPhotos(deps, payload),
    'tell-endorser': (payload) => tellEndorser(deps, payload),
    'tell-committee': (payload) => tellCommittee(deps, payload),
    'tell-filer': ({ id }) => tellFiler(deps, id),
    'tell-administrator': (payload) => tellAdministrator(deps, payload),
    'expire-proxies': () => expireProxiesJob(deps, sendJob),
    'remind-drafts': () => remindDrafts(deps),
    'fetch-attachment': ({ attachmentId }) => fetchAttachmentJob(deps, attachmentId),
    'fetch-recording': ({ recordingId }) => fetchRecordingJob(deps, recordingId),
    'erase-attachments': ({ storageKeys }) => eraseAttachments(deps, storageKeys),
    'edit-posted': ({ postedIds }) => editPostedJob(deps, postedIds),
    tidy: () => tidy(deps, sendJob),
  }
}
