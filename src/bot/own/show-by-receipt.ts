import { findByReceipt } from '../../feedback/own-feedback.ts'
import { parseReceipt } from '../../feedback/receipt.ts'
import { isWithin } from '../../regions/region-code.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { describeOwn } from './describe-own.ts'
import { ownCaseButtons } from './show-own-case.ts'

/**
 * A typed receipt opens its case for its owner and for administrators of its region. Everybody else hears the same as for a
 * receipt that does not exist. False where the text is no receipt.
 */
export async function showByReceipt(deps: BotDeps, ctx: BotContext, typed: string): Promise<boolean> {
  const parsed = parseReceipt(typed)
  if (!parsed) return false
  const found = parsed.valid ? await findByReceipt(deps.prisma, parsed.receipt) : null
  const mine = found !== null && found.personId !== null && found.personId === ctx.person?.id
  const inScope = found !== null && ctx.scope !== null && isWithin(found.villageCode, ctx.scope.regionCode)
  if (found && (mine || inScope)) {
    const text = describeOwn(deps, ctx, found, { full: true, others: !mine })
    await sendMessage(ctx, {
      text: text.text,
      entities: text.entities,
      buttons: mine ? ownCaseButtons(ctx, found) : [],
    })
    return true
  }
  // eight letters may as well be an ordinary word
  if (!parsed.valid && !/\d/.test(typed)) return false
  await sendMessage(ctx, { text: ctx.t(parsed.valid ? 'receipt-unknown' : 'receipt-mistyped') })
  return true
}
