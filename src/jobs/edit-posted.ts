import { z } from 'zod'
import { editPosted } from '../deliveries/posted/edit-posted.ts'
import { defineJob, retries } from './define-job.ts'
import { again, done } from './job-deps.ts'

const payload = z.object({ postedIds: z.array(z.uuid()) })

declare module '../db/job.ts' {
  interface Jobs {
    'edit-posted': z.output<typeof payload>
  }
}

/**
 * Takes what was erased out of messages that were posted, or comes back when Telegram says that it is too early. One that
 * cannot be had now holds up no other, and those that are done are not asked for again. Editing the same twice does no
 * harm, so what is unknown is tried again.
 */
export const editPostedJob = defineJob({
  name: 'edit-posted',
  payload,
  retry: { ...retries.promised, retryLimit: 50, retryDelay: 5 },
  handle: async (deps, { postedIds }) => {
    const counts = { edited: 0, deleted: 0, nothing: 0, refused: 0, unknown: 0 }
    let later: number | null = null
    for (const postedId of postedIds) {
      const edited = await editPosted(deps, postedId)
      if (edited.kind === 'later') later = Math.max(later ?? 0, edited.retryAfterSeconds)
      else counts[edited.kind] += 1
    }
    if (counts.unknown > 0) throw new Error('nobody knows whether it was taken back')
    return later === null ? done(counts) : again(later)
  },
})
