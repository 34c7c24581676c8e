import { editPosted } from '../deliveries/posted/edit-posted.ts'
import { done, type JobDeps, type JobOutcome } from './job-deps.ts'

/**
 * Takes what was erased out of messages that were posted, or comes back when Telegram says that it is too early. One that
 * cannot be had now holds up no other, and those that are done are not asked for again.
 */
export async function editPostedJob(deps: JobDeps, postedIds: readonly string[]): Promise<JobOutcome> {
  let later: number | null = null
  let unknown = 0
  for (const postedId of postedIds) {
    const edited = await editPosted(deps, postedId)
    deps.log.info({ postedId, edited: edited.kind }, 'took back what was posted')
    if (edited.kind === 'later') later = Math.max(later ?? 0, edited.retryAfterSeconds)
    if (edited.kind === 'unknown') unknown += 1
  }
  if (unknown > 0) throw new Error('nobody knows whether it was taken back')
  return later === null ? done : { kind: 'again', afterSeconds: later }
}
