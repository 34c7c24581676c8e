import type { BotContext, BotDeps } from '../context.ts'
import { editMessage } from '../show-message.ts'
import { cardMessage } from './show-card.ts'
import { takeIntoCard } from './take-into-card.ts'

/** A message was edited: where it was an answer in the half-filled card, the answer follows. Otherwise nothing happens. */
export async function correctWords(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { visit, editedMessage } = ctx
  const text = editedMessage?.text ?? editedMessage?.caption
  if (!visit.draft || !editedMessage || text === undefined) return
  const event = { type: 'correct' as const, messageId: editedMessage.message_id, text }
  const taken = await takeIntoCard(deps, ctx, visit.draft, () => event)
  if (taken.kind !== 'moved' && taken.kind !== 'before') return
  const { draft } = taken
  if (draft.messageId) await editMessage(ctx, draft.messageId, await cardMessage(deps, ctx, draft, {}))
}
