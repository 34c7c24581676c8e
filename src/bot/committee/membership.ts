import type { ChatMember } from 'grammy/types'
import { enterChat, leaveChat } from '../../committees/leave-chat.ts'
import { rememberPerson } from '../../people/remember-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { chatKind } from './chat-kind.ts'

/** The bot was added, removed, promoted, blocked or unblocked. Whoever adds it has no rights by that. */
export async function membershipChanged(deps: BotDeps, ctx: BotContext): Promise<void> {
  const change = ctx.myChatMember
  if (!change) return
  const { chat, from } = change
  const wasIn = isIn(change.old_chat_member)
  const nowIn = isIn(change.new_chat_member)
  if (chat.type === 'private') {
    // somebody of whom nothing is kept stays unknown
    if (ctx.person) await ctx.once((tx) => rememberPerson({ ...deps, tx }, from.id, { blocked: !nowIn }))
    return
  }
  await ctx.once(async (tx) => {
    if (nowIn) await enterChat({ ...deps, tx }, chat, !wasIn)
    else await leaveChat({ ...deps, tx }, { chatId: chat.id, actorTelegramId: from.is_bot ? null : from.id })
  })
  // in a channel a greeting would stand among the posts for ever, and the bot may not be allowed to write yet
  if (nowIn && !wasIn && chat.type !== 'channel')
    await sendMessage(ctx, { text: ctx.t('link-usage', { chat: chatKind(ctx) }) })
}

function isIn(member: ChatMember): boolean {
  if (member.status === 'restricted') return member.is_member
  return member.status === 'member' || member.status === 'administrator' || member.status === 'creator'
}
