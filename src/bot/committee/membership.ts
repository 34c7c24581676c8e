import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { rememberChat } from './remember-chat.ts'

/** The bot was added, removed, promoted, blocked or unblocked. */
export async function membershipChanged(deps: BotDeps, ctx: BotContext): Promise<void> {
  const change = ctx.myChatMember
  if (!change) return
  const wasIn = isIn(change.old_chat_member.status)
  const nowIn = isIn(change.new_chat_member.status)
  if (change.chat.type === 'private') {
    // somebody of whom nothing is kept stays unknown
    if (ctx.person)
      await ctx.once((tx) => rememberPerson({ ...deps, tx }, change.from.id, { blocked: !nowIn }))
    return
  }
  await ctx.once((tx) =>
    rememberChat(tx, change.chat, {
      ...(nowIn && !wasIn ? { addedBy: change.from.id } : {}),
      leftAt: nowIn ? null : deps.clock.now(),
    }),
  )
  // in a channel a greeting would stand among the posts for ever, and the bot may not be allowed to write yet
  if (nowIn && !wasIn && change.chat.type !== 'channel') await sendMessage(ctx, { text: ctx.t('link-usage') })
}

function isIn(status: string): boolean {
  return status === 'member' || status === 'administrator' || status === 'restricted' || status === 'creator'
}
