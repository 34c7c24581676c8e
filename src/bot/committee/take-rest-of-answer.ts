import { answerCase } from '../../cases/answer-case.ts'
import { findCase } from '../../cases/find-case.ts'
import { leaveNews } from '../../cases/leave-news.ts'
import { moveAnswerPhotos } from '../../cases/move-answer-photos.ts'
import { linkedRegionOf } from '../../committees/linked-region.ts'
import { LEAST_PIECE, NEAR_SECONDS, withPiece } from '../../lib/pieces.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { pieceOf, type RecentText, rememberText } from '../long-words/recent-text.ts'
import { sendMessage } from '../show-message.ts'

/** What comes to the resident in a few messages. */
export const MOST_ANSWER_LETTERS = 12_000

/**
 * The rest of an answer that was too long for one message: joins it in the order of the chat. It is told with the answer,
 * whose news waits for it, or by itself where that is out already. False where nothing was taken.
 */
export async function takeRestOfAnswer(deps: BotDeps, ctx: BotContext, begun: RecentText): Promise<boolean> {
  const { chat } = ctx
  const piece = pieceOf(ctx)
  const regionCode = chat && (await linkedRegionOf(deps.prisma, chat.id))
  if (!piece || !regionCode) return false
  const { target: caseId, pieces, actorId } = begun
  const before = await findCase(deps.prisma, regionCode, caseId)
  const said = withPiece({ text: before?.answer ?? '', pieces }, piece)
  if (said.text.length > MOST_ANSWER_LETTERS) {
    await sendMessage(ctx, { text: ctx.t('case-answer-too-long', { most: MOST_ANSWER_LETTERS }) })
    return true
  }
  const actorTelegramId = ctx.senderChat ? (actorId ?? 0) : (ctx.from?.id ?? 0)
  const once = await ctx.once(async (tx) => {
    const { text } = said
    const answered = await answerCase({ ...deps, tx }, { caseId, regionCode, actorTelegramId, text })
    if (!answered.ok) return answered
    await moveAnswerPhotos(tx, { caseId, toEventId: answered.eventId })
    if (isToldAlready(deps, begun, piece)) await leaveNews({ ...deps, tx }, { caseId, news: 'answered' })
    return answered
  })
  if (once.done === 'before' || once.value.ok)
    await rememberText(deps, ctx, caseId, said.pieces, actorTelegramId)
  return true
}

/** The news of a long answer wait for its rest, but not for ever. */
function isToldAlready({ clock }: BotDeps, { pieces }: RecentText, { date }: { date: number }): boolean {
  const [first] = pieces
  const waits = first !== undefined && first.length > LEAST_PIECE
  return !waits || clock.now().getTime() / 1000 - date > NEAR_SECONDS
}
