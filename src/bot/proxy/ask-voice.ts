import { findPending } from '../../feedback/proxy/find-pending.ts'
import { encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { awaitWords } from '../conversations/wait-for-words.ts'
import { showMessage } from '../show-message.ts'
import { showPendingOver } from './show-pending.ts'

/** Asks for the voice of whom a card is filed for, saying that they agree; `hint` where something else came. */
export async function askVoice(deps: BotDeps, ctx: BotContext, id: string, hint?: string): Promise<void> {
  const { person } = ctx
  const pending = person && (await findPending(deps.prisma, { id, filerId: person.id }, deps.clock.now()))
  if (!pending) return await showPendingOver(deps, ctx, id)
  await showMessage(ctx, {
    text: hint ?? ctx.t('proxy-voice-question'),
    buttons: [[{ label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }]],
  })
  await awaitWords(ctx, { kind: 'proxy-voice', id })
}
