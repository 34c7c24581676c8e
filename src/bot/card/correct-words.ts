import { applyAnswer } from '../../feedback/apply-answer.ts'
import { loadDraft } from '../../feedback/load-draft.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { editMessage } from '../show-message.ts'
import { cardMessage } from './show-card.ts'

/** A message was edited: where it was an answer in the half-filled card, the answer follows. Otherwise nothing happens. */
export async function correctWords(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { person, editedMessage } = ctx
  const text = editedMessage?.text ?? editedMessage?.caption
  if (!person || !editedMessage || text === undefined) return
  const event = { type: 'correct' as const, messageId: editedMessage.message_id, text }
  const applied = await ctx.once((tx) =>
    applyAnswer({ tx, clock: deps.clock }, { personId: person.id, draftTag: null, event }),
  )
  if (applied.done === 'now' && !applied.value.ok) return
  const draft = await loadDraft(deps.prisma, person.id)
  if (draft?.messageId) await editMessage(ctx, draft.messageId, await cardMessage(deps, ctx, draft, {}))
}
