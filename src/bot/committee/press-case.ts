import { listAttachments } from '../../attachments/list-attachments.ts'
import { applyTransition, couldApply } from '../../cases/apply-transition.ts'
import { findCase } from '../../cases/find-case.ts'
import { newestAnswer } from '../../cases/held-case.ts'
import { closePrompts, openPrompt } from '../../committees/answer-prompts.ts'
import { noteCard } from '../../committees/case-cards.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import { sendAttachments } from '../attachments/send-attachments.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { removeMessage, sendMessage, showMessage } from '../show-message.ts'
import { caseScreen } from './case-screen.ts'
import { refusalText } from './refusal-text.ts'

type CasePress = PressOf<'case' | 'accept' | 'answer' | 'stop-answer' | 'attachments'>

/**
 * A button below a case, in the committee's own channel or group. Whoever is in it may read what its region holds; only
 * those who run the chat, or hold the right, may do something. A case that the region does not hold is not found.
 */
export async function pressCase(deps: BotDeps, ctx: BotContext, press: CasePress): Promise<void> {
  const { chat, from } = ctx
  const regionCode = chat && (await linkedRegionOf(deps.prisma, chat.id))
  if (!chat || !from || !regionCode) return
  const { caseId } = press
  const toast = (text: string) => {
    ctx.toast = { text, alert: false }
  }
  const acts = press.kind === 'accept' || press.kind === 'answer' || press.kind === 'stop-answer'
  const actor = acts ? await ctx.presser() : null
  if (actor && press.kind === 'accept') {
    const once = await ctx.once((tx) =>
      applyTransition({ ...deps, tx }, { actor, caseId, action: { kind: 'accept' } }),
    )
    if (once.done === 'now') toast(once.value.ok ? ctx.t('case-accepted') : refusalText(ctx, once.value.code))
    // whoever may only read has not changed anything
    if (once.done === 'now' && !once.value.ok && once.value.code === 'not_entitled') return
  }
  if (actor && press.kind !== 'accept') {
    const could = await couldApply(deps.prisma, { actor, caseId, action: { kind: 'answer', text: '' } })
    if (press.kind === 'stop-answer') {
      if (!could.ok && could.code === 'not_entitled') return toast(refusalText(ctx, could.code))
      return await stopAnswer(deps, ctx)
    }
    if (!could.ok) return toast(refusalText(ctx, could.code))
  }
  const found = await findCase(deps.prisma, regionCode, caseId)
  if (!found) return toast(refusalText(ctx, 'unknown_case'))
  if (press.kind === 'answer') return await askForAnswer(deps, ctx, found.id, found.number)
  if (press.kind === 'attachments') {
    const attachments = await listAttachments(deps.prisma, found.submission.id, { withConsent: false })
    return await sendAttachments(deps, ctx, attachments, { others: true })
  }
  const messageId = await showMessage(ctx, await caseScreen(deps, ctx, regionCode, found))
  await noteCard(deps.prisma, { chatId: chat.id, messageId, caseId, now: deps.clock.now() })
}

/** What replies to this message is the answer; nothing else is. */
async function askForAnswer(deps: BotDeps, ctx: BotContext, caseId: string, number: number): Promise<void> {
  const { chat, from } = ctx
  if (!chat || !from) return
  const knowsEventId = await newestAnswer(deps.prisma, caseId)
  const messageId = await sendMessage(ctx, {
    text: ctx.t('case-answer-prompt', { alias: caseAlias(number) }),
    buttons: [[{ label: ctx.t('case-answer-stop'), data: encodePress({ kind: 'stop-answer', caseId }) }]],
  })
  const now = deps.clock.now()
  const card = ctx.callbackQuery?.message
  await openPrompt(deps.prisma, {
    chatId: chat.id,
    messageId,
    caseId,
    askedTelegramId: from.id,
    knowsEventId,
    // of one that is too old Telegram does not say what it shows
    cardMessageId: card && card.date !== 0 ? card.message_id : null,
    now,
  })
}

async function stopAnswer(deps: BotDeps, ctx: BotContext): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id
  if (!ctx.chat || messageId === undefined) return
  const closed = await closePrompts(deps.prisma, [{ chatId: BigInt(ctx.chat.id), messageId }])
  // any other message stays, whatever somebody sent as the button of it
  if (closed > 0) await removeMessage(ctx, messageId)
}
