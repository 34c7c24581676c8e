import { findByReceipt } from '../../feedback/own-feedback.ts'
import { findFiled } from '../../feedback/proxy/list-filed.ts'
import { parseReceipt } from '../../feedback/receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { describeFiled } from '../proxy/pending.ts'
import { mayOpenReceipt } from '../receipt/picture.ts'
import { sendMessage } from '../show-message.ts'
import { describeOwn } from './describe-own.ts'
import { ownCaseButtons } from './show-own-case.ts'

/**
 * A typed receipt opens its case for its owner and for administrators of its region, and tells whoever filed it for its
 * owner how it stands. Everybody else hears the same as for a receipt that does not exist. False where the text is no receipt.
 */
export async function showByReceipt(deps: BotDeps, ctx: BotContext, typed: string): Promise<boolean> {
  const parsed = parseReceipt(typed)
  if (!parsed) return false
  const found = parsed.valid ? await findByReceipt(deps.prisma, parsed.receipt) : null
  const reader = found && mayOpenReceipt(ctx, found)
  if (found && reader) {
    const text = describeOwn(deps, ctx, found, { full: true, others: reader !== 'owner' })
    await sendMessage(ctx, {
      text: text.text,
      entities: text.entities,
      buttons: reader === 'owner' ? ownCaseButtons(ctx, found) : [],
    })
    return true
  }
  const { receipt } = parsed
  const filed = ctx.person && found && (await findFiled(deps.prisma, ctx.person.id, { receipt }))
  if (filed) {
    await sendMessage(ctx, { text: describeFiled(deps, ctx, filed) })
    return true
  }
  // eight letters may as well be an ordinary word
  if (!parsed.valid && !/\d/.test(typed)) return false
  await sendMessage(ctx, { text: ctx.t(parsed.valid ? 'receipt-unknown' : 'receipt-mistyped') })
  return true
}
