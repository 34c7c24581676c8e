import { InputFile } from 'grammy'
import { erasePerson } from '../../privacy/erase-person.ts'
import { exportPersonalData } from '../../privacy/export-personal-data.ts'
import { sendOwnFiles } from '../attachments/send-own-files.ts'
import { privacy } from '../commands/privacy.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { privacyEraseConfirmation, privacyErased, privacyPresses } from './privacy-screens.ts'

/** A button below a /privacy message. */
export async function pressPrivacy(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { from, locale } = ctx
  if (!from) return
  const view = { texts: deps.texts, locale }
  switch (ctx.callbackQuery?.data) {
    case privacyPresses.export: {
      const data = await exportPersonalData({ ...deps, db: deps.prisma }, from.id)
      const file = new InputFile(Buffer.from(JSON.stringify(data, null, 2)), 'xiangyin.json')
      await ctx.replyWithDocument(file)
      return await sendOwnFiles(deps, ctx, from.id)
    }
    case privacyPresses.erase:
      return void (await showMessage(ctx, privacyEraseConfirmation(view)))
    case privacyPresses.eraseYes: {
      const once = await ctx.once(async (tx) => {
        const erased = await erasePerson({ ...deps, tx }, from.id)
        const { storageKeys } = erased
        if (storageKeys.length > 0)
          await deps.sendJob(tx, { name: 'erase-attachments', data: { storageKeys } })
        return erased
      })
      await stopWaiting(ctx)
      const quotedIn = once.done === 'now' ? once.value.digestIds.length : 0
      return void (await showMessage(ctx, privacyErased(view, { quotedIn })))
    }
    case privacyPresses.back:
      return await privacy(deps, ctx)
    default:
      ctx.toast = { text: ctx.t('button-is-old'), alert: false }
  }
}
