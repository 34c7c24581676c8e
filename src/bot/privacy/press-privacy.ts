import { InputFile } from 'grammy'
import { leaveEdits } from '../../deliveries/posted/leave-edits.ts'
import { exportPersonalData } from '../../privacy/export-personal-data.ts'
import { withdrawConsent } from '../../privacy/withdraw-consent.ts'
import { sendOwnFiles } from '../attachments/send-own-files.ts'
import { privacy } from '../commands/privacy.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { eraseAll } from './erase-all.ts'
import { privacyEraseConfirmation, privacyPresses, privacyWithdrawConfirmation } from './privacy-screens.ts'
import { showLooks } from './show-looks.ts'
import { showMore } from './show-more.ts'

/** A button below a /privacy message. */
export async function pressPrivacy(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, locale } = ctx
  if (!from) return
  const view = { texts: deps.texts, locale }
  const data = ctx.callbackQuery?.data ?? ''
  const [, page] = /^p:looks:(\d{1,6})$/.exec(data) ?? []
  if (page !== undefined) return await showLooks(deps, ctx, Number(page))
  switch (data) {
    case privacyPresses.export: {
      const exported = await exportPersonalData({ ...deps, db: deps.prisma }, from.id)
      const file = new InputFile(Buffer.from(JSON.stringify(exported, null, 2)), 'xiangyin.json')
      await ctx.replyWithDocument(file)
      return await sendOwnFiles(deps, ctx, from.id)
    }
    case privacyPresses.more:
      return await showMore(deps, ctx)
    case privacyPresses.withdraw:
      return void (await showMessage(ctx, privacyWithdrawConfirmation(view)))
    case privacyPresses.withdrawYes: {
      await ctx.once(async (tx) => {
        const withdrawn = await withdrawConsent({ ...deps, tx }, from.id)
        await leaveEdits({ ...deps, tx }, withdrawn?.postedIds ?? [])
      })
      await stopWaiting(ctx)
      return void (await showMessage(ctx, { text: ctx.t('withdraw-done') }))
    }
    case privacyPresses.erase:
      return void (await showMessage(ctx, privacyEraseConfirmation(view)))
    case privacyPresses.eraseYes:
      return await eraseAll(deps, ctx)
    case privacyPresses.back:
      return await privacy(deps, ctx)
    default:
      ctx.toast = { text: ctx.t('button-is-old'), alert: false }
  }
}
