import { MOST_ADDED_LETTERS } from '../../feedback/add-words.ts'
import { goOnAdding } from '../../feedback/go-on-adding.ts'
import { withPiece } from '../../lib/pieces.ts'
import { hasConsent } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { sendOnly } from '../show-message.ts'
import { findBegun, pieceOf, rememberText } from './recent-text.ts'

/** The rest of what somebody added to their own case, where it was too long for one message. Null where this is none. */
export async function takeRestOfAddition(deps: BotDeps, ctx: BotContext): Promise<(() => Shown) | null> {
  const { person } = ctx
  const piece = pieceOf(ctx)
  const begun = person && hasConsent(person) && piece && findBegun(ctx)
  if (!begun) return null
  const { target: additionId, pieces } = begun
  const input = { personId: person.id, additionId, pieces, piece }
  const once = await ctx.once((tx) => goOnAdding(tx, input))
  if (once.done === 'now' && !once.value.ok)
    return once.value.code === 'too_long'
      ? () => sendOnly(ctx, { text: ctx.t('own-add-too-long', { most: MOST_ADDED_LETTERS }) })
      : null
  rememberText(ctx, additionId, withPiece({ text: '', pieces }, piece).pieces)
  return async () => {
    const { submissionId } = await deps.prisma.addition.findUniqueOrThrow({ where: { id: additionId } })
    return { screen: 'own-case', submissionId, note: ctx.t('long-words-joined') }
  }
}
