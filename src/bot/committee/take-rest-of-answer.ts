import { goOnAnswering } from '../../cases/actions/answer-case.ts'
import { newestAnswer } from '../../cases/held-case.ts'
import { LEAST_PIECE, NEAR_SECONDS, withPiece } from '../../lib/pieces.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { pieceOf, type RecentText, rememberText } from '../long-words/recent-text.ts'
import { sendMessage } from '../show-message.ts'
import { refusalText } from './refusal-text.ts'
import { speakerOf } from './speaker-of.ts'

/** What comes to the resident in a few messages. */
export const MOST_ANSWER_LETTERS = 12_000

/**
 * The rest of an answer that was too long for one message: joins it in the order of the chat. It is told with the answer,
 * whose news waits for it, or by itself where that is out already. False where nothing was taken.
 */
export async function takeRestOfAnswer(deps: BotDeps, ctx: BotContext, begun: RecentText): Promise<boolean> {
  const piece = pieceOf(ctx)
  const { target: caseId, pieces, actorId } = begun
  const eventId =
    begun.eventId === undefined ? await newestAnswer(deps.prisma, caseId) : BigInt(begun.eventId)
  const actor = await ctx.presser(speakerOf(ctx, BigInt(actorId ?? 0)))
  if (!piece || !actor || eventId === null) return false
  const rest = withPiece({ text: '', pieces }, piece)
  if (rest.pieces.reduce((sum, { length }) => sum + length, 0) > MOST_ANSWER_LETTERS) {
    await sendMessage(ctx, { text: ctx.t('case-answer-too-long', { most: MOST_ANSWER_LETTERS }) })
    return true
  }
  const isTold = !isOut(deps, begun, piece)
  const once = await ctx.once((tx) =>
    goOnAnswering({ ...deps, tx }, { actor, caseId, eventId, pieces, piece, isTold }),
  )
  if (once.done === 'now' && !once.value.ok) {
    await sendMessage(ctx, { text: refusalText(ctx, once.value.code) })
    return true
  }
  const newest =
    once.done === 'now' && once.value.ok ? once.value.eventId : await newestAnswer(deps.prisma, caseId)
  rememberText(ctx, caseId, rest.pieces, { actorId: actor.telegramId, eventId: newest })
  return true
}

/** The news of a long answer wait for its rest, but not for ever. */
function isOut({ clock }: BotDeps, { pieces }: RecentText, { date }: { date: number }): boolean {
  const [first] = pieces
  const waits = first !== undefined && first.length > LEAST_PIECE
  return !waits || clock.now().getTime() / 1000 - date > NEAR_SECONDS
}
