import type { BotContext } from '../context.ts'

/** What texts call the chat of an update: a supergroup is a group for whoever is in it. */
export function chatKind(ctx: BotContext): 'channel' | 'group' {
  return ctx.chat?.type === 'channel' ? 'channel' : 'group'
}
