import { leaveEdits } from '../../deliveries/posted/leave-edits.ts'
import { erasePerson } from '../../privacy/erase-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { forgetFirst } from '../first-words/first-words.ts'
import { forgetText } from '../long-words/recent-text.ts'
import { showMessage } from '../show-message.ts'
import { privacyErased } from './privacy-screens.ts'

/**
 * "Yes, erase it all": one transaction takes it out of the database, the job queues included, and leaves jobs that take it
 * out of the store and out of other people's chats. What is kept beside the database goes at once.
 */
export async function eraseAll(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, locale } = ctx
  if (!from) return
  const once = await ctx.once(async (tx) => {
    const erased = await erasePerson({ ...deps, tx }, from.id)
    const { storageKeys, postedIds, ids } = erased
    await deps.forgetJobs(tx, ids)
    if (storageKeys.length > 0) await deps.sendJob(tx, { name: 'erase-attachments', data: { storageKeys } })
    await leaveEdits({ ...deps, tx }, postedIds)
    return erased
  })
  await stopWaiting(ctx)
  await forgetText(deps, ctx)
  await forgetFirst(deps, ctx)
  await deps.rateLimiter?.delete(String(from.id)).catch(() => false)
  const { postedIds = [], unknownDigests = 0 } = once.done === 'now' ? once.value : {}
  const view = { texts: deps.texts, locale }
  await showMessage(ctx, privacyErased(view, { posted: postedIds.length, unknownDigests }))
}
