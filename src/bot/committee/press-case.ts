import { listAttachments } from '../../attachments/list-attachments.ts'
import { acceptCase } from '../../cases/accept-case.ts'
import { findCase } from '../../cases/find-case.ts'
import { leaveNews } from '../../cases/leave-news.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import { caseAlias } from '../../messages/case-alias.ts'
import { caseMessage } from '../../messages/case-message.ts'
import { encodePress } from '../../presses/callback-data.ts'
import { describeRegions } from '../../regions/describe-region.ts'
import { sendAttachments } from '../attachments/send-attachments.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { removeMessage, sendMessage, showMessage } from '../show-message.ts'
import { caseButtons } from './case-buttons.ts'

type CasePress = { kind: 'case' | 'accept' | 'answer' | 'stop-answer' | 'attachments'; caseId: string }

/**
 * A button below a case, in the committee's own channel or group: whoever can press it there belongs to the committee. A
 * case that this chat's region does not hold is not found.
 */
export async function pressCase(deps: BotDeps, ctx: BotContext, press: CasePress): Promise<void> {
  const { chat, from } = ctx
  const regionCode = chat && (await linkedRegionOf(deps.prisma, chat.id))
  if (!chat || !from || !regionCode) return
  if (press.kind === 'stop-answer') return await stopAnswer(deps, ctx)

  if (press.kind === 'accept') {
    const once = await ctx.once(async (tx) => {
      const { caseId } = press
      const accepted = await acceptCase({ ...deps, tx }, { caseId, regionCode, actorTelegramId: from.id })
      if (accepted.ok) await leaveNews({ ...deps, tx }, { caseId, news: 'accepted' })
      return accepted
    })
    if (once.done === 'now')
      ctx.toast = {
        text: ctx.t(once.value.ok ? 'case-accepted' : `case-refused-${once.value.code.replaceAll('_', '-')}`),
        alert: false,
      }
  }
  const found = await findCase(deps.prisma, regionCode, press.caseId)
  if (!found) {
    ctx.toast = { text: ctx.t('case-refused-unknown-case'), alert: false }
    return
  }
  if (press.kind === 'answer') return await askForAnswer(deps, ctx, found.id, found.number)
  if (press.kind === 'attachments') {
    const attachments = await listAttachments(deps.prisma, found.submission.id, { withConsent: false })
    return await sendAttachments(deps, ctx, attachments, { others: true })
  }
  const villages = await describeRegions(deps.prisma, [found.submission.villageCode])
  const isOwn = found.submission.villageCode === regionCode
  const message = caseMessage(
    { texts: deps.texts, locale: ctx.locale },
    found,
    isOwn ? undefined : villages.get(found.submission.villageCode),
  )
  await showMessage(ctx, { ...message, buttons: caseButtons(ctx, found) })
}

/** The next words in this chat are the answer: in reply to the prompt, or in a channel simply the next post. */
async function askForAnswer(deps: BotDeps, ctx: BotContext, caseId: string, number: number): Promise<void> {
  const { chat, from } = ctx
  if (!chat || !from) return
  const messageId = await sendMessage(ctx, {
    text: ctx.t('case-answer-prompt', { alias: caseAlias(number) }),
    buttons: [[{ label: ctx.t('case-answer-stop'), data: encodePress({ kind: 'stop-answer', caseId }) }]],
  })
  const key = { chatId: BigInt(chat.id), messageId }
  const data = { caseId, askedTelegramId: BigInt(from.id), createdAt: deps.clock.now() }
  await deps.prisma.answerPrompt.upsert({
    where: { chatId_messageId: key },
    update: data,
    create: { ...key, ...data },
  })
}

async function stopAnswer(deps: BotDeps, ctx: BotContext): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id
  if (!ctx.chat || messageId === undefined) return
  await deps.prisma.answerPrompt.deleteMany({ where: { chatId: BigInt(ctx.chat.id), messageId } })
  await removeMessage(ctx, messageId)
}
