import { editPosted } from '../../privacy/edit-posted.ts'
import { done, type JobDeps, type JobOutcome } from '../job-deps.ts'

/** Takes what was erased out of one posted message, or comes back when Telegram says that it is too early. */
export async function editPostedJob(deps: JobDeps, postedId: string): Promise<JobOutcome> {
  const edited = await editPosted(deps, postedId)
  deps.log.info({ postedId, edited: edited.kind }, 'took back what was posted')
  if (edited.kind === 'unknown') throw new Error('nobody knows whether it was taken back')
  return edited.kind === 'later' ? { kind: 'again', afterSeconds: edited.retryAfterSeconds } : done
}
