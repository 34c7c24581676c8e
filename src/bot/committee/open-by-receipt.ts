import { mayCase } from '../../access/policies/case.ts'
import { findCase } from '../../cases/find-case.ts'
import { noteCard } from '../../committees/case-cards.ts'
import { findByReceipt } from '../../feedback/own-feedback.ts'
import { formatReceipt, parseReceipt } from '../../feedback/receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { caseScreen } from './case-screen.ts'
import { chatKind } from './chat-kind.ts'

/**
 * A receipt that was typed in a committee's chat opens its case there, as /cases does, where the chat may read it. One that
 * does not exist and one that is none of this chat's are answered alike. False where the text is no receipt.
 */
export async function openByReceipt(deps: BotDeps, ctx: BotContext): Promise<boolean> {
  const typed = ctx.msg?.text ?? ''
  const parsed = parseReceipt(typed)
  if (!parsed) return false
  // among people who talk to each other eight digits are a day or a telephone, and eight letters mostly a word
  const isMixed = /[A-Z]/.test(parsed.receipt) && (parsed.valid || /\d/.test(typed))
  const isMeant = isMixed || /回执|receipt/i.test(typed)
  const actor = await ctx.presser()
  if (actor && actor.regionCode === null && isMeant) {
    await sendMessage(ctx, { text: ctx.t('link-usage', { chat: chatKind(ctx) }) })
    return true
  }
  const found = parsed.valid ? await findByReceipt(deps.prisma, parsed.receipt) : null
  const view =
    actor?.regionCode && found?.case && mayCase(actor, 'look', { ...found, ...targetOf(found.case) }).ok
      ? await findCase(deps.prisma, actor.regionCode, found.case.id)
      : null
  if (actor?.regionCode && view) {
    const messageId = await sendMessage(ctx, await caseScreen(deps, ctx, actor.regionCode, view))
    const { chatId } = actor
    await noteCard(deps.prisma, { chatId, messageId, caseId: view.id, now: deps.clock.now() })
    return true
  }
  if (!isMeant) return false
  const receipt = formatReceipt(parsed.receipt)
  await sendMessage(ctx, {
    text: parsed.valid ? ctx.t('case-receipt-unknown', { receipt }) : ctx.t('receipt-mistyped'),
  })
  return true
}

const targetOf = ({ holderCode, status }: { holderCode: string; status: string }) => ({
  holderCode,
  isErased: status === 'erased',
})
