import { InputFile } from 'grammy'
import { leaveEdits } from '../../deliveries/posted/leave-edits.ts'
import type { PressKind } from '../../presses/callback-data.ts'
import { exportPersonalData } from '../../privacy/export-personal-data.ts'
import { withdrawConsent } from '../../privacy/withdraw-consent.ts'
import { sendOwnFiles } from '../attachments/send-own-files.ts'
import { privacy } from '../commands/privacy.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import type { PressHandlers } from '../press-handlers.ts'
import { showMessage } from '../show-message.ts'
import { eraseAll } from './erase-all.ts'
import { privacyEraseConfirmation, privacyWithdrawConfirmation } from './privacy-screens.ts'
import { showLooks } from './show-looks.ts'
import { showMore } from './show-more.ts'

/** The buttons below a /privacy message. */
export const privacyHandlers: PressHandlers<Extract<PressKind, `privacy${string}`>> = {
  privacy,
  'privacy-more': showMore,
  'privacy-looks': (deps, ctx, { page }) => showLooks(deps, ctx, page),
  'privacy-export': async (deps, ctx) => {
    const { from } = ctx
    if (!from) return
    const exported = await exportPersonalData({ ...deps, db: deps.prisma }, from.id)
    const file = new InputFile(Buffer.from(JSON.stringify(exported, null, 2)), 'xiangyin.json')
    await ctx.replyWithDocument(file)
    await sendOwnFiles(deps, ctx, from.id)
  },
  'privacy-withdraw': ({ texts }, ctx) =>
    showMessage(ctx, privacyWithdrawConfirmation({ texts, locale: ctx.locale })),
  'privacy-withdraw-yes': async (deps, ctx) => {
    const { from } = ctx
    if (!from) return
    await ctx.once(async (tx) => {
      const withdrawn = await withdrawConsent({ ...deps, tx }, from.id)
      await leaveEdits({ ...deps, tx }, withdrawn?.postedIds ?? [])
    })
    await stopWaiting(ctx)
    await showMessage(ctx, { text: ctx.t('withdraw-done') })
  },
  'privacy-erase': ({ texts }, ctx) =>
    showMessage(ctx, privacyEraseConfirmation({ texts, locale: ctx.locale })),
  'privacy-erase-yes': eraseAll,
}
