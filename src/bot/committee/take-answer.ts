import { answerCase } from '../../cases/answer-case.ts'
import { caseAlias } from '../../cases/case-alias.ts'
import { leaveNews } from '../../cases/leave-news.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { editMessage, sendMessage } from '../show-message.ts'
import { linkedRegionOf } from './linked-region.ts'

/** How long "answer" waits for the words that are meant for it. */
const PROMPT_MINUTES = 30
/** With the heading around it the answer must fit into one message to the resident. */
const MOST_LETTERS = 3000

/**
 * Words in a committee's chat: the answer to a case, if "answer" was pressed there and they are a reply to the prompt, or
 * in a channel the next post, or in a group the next message of whoever pressed. Anything else is none of the bot's
 * business. False where nothing was taken.
 */
export async function takeAnswer(deps: BotDeps, ctx: BotContext): Promise<boolean> {
  const { chat, msg } = ctx
  const text = msg?.text
  if (!chat || !msg || text === undefined) return false
  const prompt = await findPrompt(deps, ctx)
  const regionCode = prompt && (await linkedRegionOf(deps.prisma, chat.id))
  if (!prompt || !regionCode) return false
  if (text.length > MOST_LETTERS) {
    await sendMessage(ctx, { text: ctx.t('case-answer-too-long', { most: MOST_LETTERS }) })
    return true
  }
  const once = await ctx.once(async (tx) => {
    const { caseId } = prompt
    const actorTelegramId = ctx.senderChat ? Number(prompt.askedTelegramId) : (ctx.from?.id ?? 0)
    const answered = await answerCase({ ...deps, tx }, { caseId, regionCode, actorTelegramId, text })
    await tx.answerPrompt.deleteMany({ where: { chatId: BigInt(chat.id), messageId: prompt.messageId } })
    if (answered.ok) await leaveNews({ ...deps, tx }, { caseId, news: 'answered' })
    return answered
  })
  if (once.done === 'before') return true
  const outcome = once.value.ok
    ? ctx.t('case-answered', { alias: caseAlias(once.value.number) })
    : ctx.t(`case-refused-${once.value.code.replaceAll('_', '-')}`)
  if (!(await editMessage(ctx, prompt.messageId, { text: outcome })))
    await sendMessage(ctx, { text: outcome })
  return true
}

async function findPrompt(deps: BotDeps, ctx: BotContext) {
  const { chat, msg } = ctx
  if (!chat || !msg) return null
  const chatId = BigInt(chat.id)
  const since = new Date(deps.clock.now().getTime() - PROMPT_MINUTES * 60_000)
  const repliedTo = msg.reply_to_message?.message_id
  const prompts = await deps.prisma.answerPrompt.findMany({
    where: { chatId, createdAt: { gte: since } },
    orderBy: { createdAt: 'desc' },
  })
  if (repliedTo !== undefined) return prompts.find((prompt) => prompt.messageId === repliedTo) ?? null
  const sender = ctx.from?.id
  return (
    prompts.find((prompt) => chat.type === 'channel' || Number(prompt.askedTelegramId) === sender) ?? null
  )
}
