import { InputFile } from 'grammy'
import { leaveEdits } from '../../deliveries/posted/leave-edits.ts'
import type { PressKind } from '../../presses/callback-data.ts'
import { describeExport } from '../../privacy/describe-export.ts'
import { erasePerson } from '../../privacy/erase-person.ts'
import { exportPersonalData } from '../../privacy/export-personal-data.ts'
import { withdrawConsent } from '../../privacy/withdraw-consent.ts'
import { sendOwnFiles } from '../attachments/send-own-files.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { forgetFirst } from '../first-words/first-words.ts'
import { forgetText } from '../long-words/recent-text.ts'
import type { PressHandlers } from '../press-handlers.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage, showOnly } from '../show-message.ts'
import { showLooks, showMore, showPrivacy } from './overview.ts'
import { privacyEraseConfirmation, privacyErased, privacyWithdrawConfirmation } from './privacy-screens.ts'

/** The buttons below a /privacy message. */
export const privacyHandlers: PressHandlers<Extract<PressKind, `privacy${string}`>> = {
  privacy: showPrivacy,
  'privacy-more': showMore,
  'privacy-looks': (deps, ctx, { page }) => showLooks(deps, ctx, page),
  'privacy-export': async (deps, ctx) => {
    const { from } = ctx
    if (!from) return null
    const exported = await exportPersonalData({ ...deps, db: deps.prisma }, from.id, ctx.locale)
    // a mark at the beginning, so that old programs read it as Unicode
    const readable = `\uFEFF${describeExport(exported, { ...deps, locale: ctx.locale })}\n`
    await ctx.replyWithDocument(new InputFile(Buffer.from(readable), 'xiangyin.txt'))
    await ctx.replyWithDocument(
      new InputFile(Buffer.from(JSON.stringify(exported, null, 2)), 'xiangyin.json'),
    )
    await sendOwnFiles(deps, ctx, from.id)
    return null
  },
  'privacy-withdraw': ({ texts }, ctx) =>
    showOnly(ctx, privacyWithdrawConfirmation({ texts, locale: ctx.locale })),
  'privacy-withdraw-yes': async (deps, ctx) => {
    const { from } = ctx
    if (!from) return null
    await ctx.once(async (tx) => {
      const withdrawn = await withdrawConsent({ ...deps, tx }, from.id)
      await leaveEdits({ ...deps, tx }, withdrawn?.postedIds ?? [])
    })
    await stopWaiting(ctx)
    return await showOnly(ctx, { text: ctx.t('withdraw-done') })
  },
  'privacy-erase': ({ texts }, ctx) => showOnly(ctx, privacyEraseConfirmation({ texts, locale: ctx.locale })),
  'privacy-erase-yes': eraseAll,
}

/**
 * "Yes, erase it all": one transaction takes it out of the database, the job queues included, and leaves jobs that take it
 * out of the store and out of other people's chats. What is kept beside the database goes at once.
 */
export async function eraseAll(deps: BotDeps, ctx: BotContext): Shown {
  const { from, locale } = ctx
  if (!from) return null
  const once = await ctx.once(async (tx) => {
    const erased = await erasePerson({ ...deps, tx }, from.id)
    const { storageKeys, postedIds, ids } = erased
    await deps.forgetJobs(tx, ids)
    if (storageKeys.length > 0) await deps.sendJob(tx, { name: 'erase-attachments', data: { storageKeys } })
    await leaveEdits({ ...deps, tx }, postedIds)
    return erased
  })
  await stopWaiting(ctx)
  forgetText(ctx)
  forgetFirst(ctx)
  await deps.rateLimiter?.delete(String(from.id)).catch(() => false)
  const { postedIds = [], unknownDigests = 0 } = once.done === 'now' ? once.value : {}
  const view = { texts: deps.texts, locale }
  await showMessage(ctx, privacyErased(view, { posted: postedIds.length, unknownDigests }))
  return null
}
