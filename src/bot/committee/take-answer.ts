import { answerCase } from '../../cases/answer-case.ts'
import { caseAlias } from '../../cases/case-alias.ts'
import { findCase } from '../../cases/find-case.ts'
import { leaveNews } from '../../cases/leave-news.ts'
import { LEAST_PIECE, NEAR_SECONDS, type SaidText, withPiece } from '../../lib/pieces.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { findBegun, pieceOf, type RecentText, rememberText } from '../long-words/recent-text.ts'
import { editMessage, sendMessage } from '../show-message.ts'
import { linkedRegionOf } from './linked-region.ts'

/** How long "answer" waits for the words that are meant for it. */
const PROMPT_MINUTES = 30
/** What comes to the resident in a few messages. */
const MOST_LETTERS = 12_000
/** The rest of a long answer is here by then. */
const REST_SECONDS = NEAR_SECONDS + 3

/**
 * Words in a committee's chat: the answer to a case, if "answer" was pressed there and they are a reply to the prompt, or
 * in a channel the next post, or in a group the next message of whoever pressed; or the rest of an answer that was too long
 * for one message. Anything else is none of the bot's business. False where nothing was taken.
 */
export async function takeAnswer(deps: BotDeps, ctx: BotContext): Promise<boolean> {
  const { chat, msg } = ctx
  const piece = pieceOf(ctx)
  if (!chat || !msg || !piece) return false
  const begun = await findBegun(deps, ctx)
  const prompt = begun ? null : await findPrompt(deps, ctx)
  const caseId = begun?.target ?? prompt?.caseId
  const regionCode = caseId && (await linkedRegionOf(deps.prisma, chat.id))
  if (!caseId || !regionCode) return false

  const said = begun ? await goOn(deps, regionCode, begun, piece) : withPiece({ text: '', pieces: [] }, piece)
  if (said.text.length > MOST_LETTERS) {
    await sendMessage(ctx, { text: ctx.t('case-answer-too-long', { most: MOST_LETTERS }) })
    return true
  }
  const asked = begun?.actorId ?? Number(prompt?.askedTelegramId ?? 0)
  const actorTelegramId = ctx.senderChat ? asked : (ctx.from?.id ?? 0)
  const once = await ctx.once(async (tx) => {
    const answered = await answerCase(
      { ...deps, tx },
      { caseId, regionCode, actorTelegramId, text: said.text },
    )
    if (prompt)
      await tx.answerPrompt.deleteMany({ where: { chatId: BigInt(chat.id), messageId: prompt.messageId } })
    const wait = newsAfter(deps, begun, piece)
    if (answered.ok && wait) await leaveNews({ ...deps, tx }, { caseId, news: 'answered' }, wait)
    return answered
  })
  if (once.done === 'before' || once.value.ok)
    await rememberText(deps, ctx, caseId, said.pieces, actorTelegramId)
  if (once.done === 'before' || begun) return true
  const outcome = once.value.ok
    ? ctx.t('case-answered', { alias: caseAlias(once.value.number) })
    : ctx.t(`case-refused-${once.value.code.replaceAll('_', '-')}`)
  if (!prompt || !(await editMessage(ctx, prompt.messageId, { text: outcome })))
    await sendMessage(ctx, { text: outcome })
  return true
}

/** The answer so far and this. */
async function goOn(
  { prisma }: BotDeps,
  regionCode: string,
  { target, pieces }: RecentText,
  piece: { messageId: number; date: number; text: string },
): Promise<SaidText> {
  const text = (await findCase(prisma, regionCode, target))?.answer ?? ''
  return withPiece({ text, pieces }, piece)
}

/** The news of a long answer wait for its rest. Null: they wait already, and will tell all of it. */
function newsAfter(
  { clock }: BotDeps,
  begun: RecentText | null,
  piece: { date: number; text: string },
): { afterSeconds?: number } | null {
  if (!begun) return piece.text.length > LEAST_PIECE ? { afterSeconds: REST_SECONDS } : {}
  const [first] = begun.pieces
  const waits = first && first.length > LEAST_PIECE
  const isLate = clock.now().getTime() / 1000 - piece.date > NEAR_SECONDS
  return waits && !isLate ? null : {}
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
