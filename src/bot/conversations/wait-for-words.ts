import type { Conversation, ConversationBuilder } from '@grammyjs/conversations'
import type { Context } from 'grammy'
import type { Relationship } from '../../feedback/proxy/filed-for.ts'
import type { BotContext } from '../context.ts'

/** What the words are for that somebody is asked for. */
export type Purpose =
  | { kind: 'card' }
  | { kind: 'village' }
  | { kind: 'query'; queryId: string }
  /** more words to one's own case */
  | { kind: 'add'; caseId: string }
  /** a screen read aloud, for a region */
  | { kind: 'voice'; regionCode: string; screen: string }
  /** the name of whom a card is filed for */
  | { kind: 'proxy-name'; relationship: Relationship }
  /** the voice of whom the card with this id is filed for, saying that they agree */
  | { kind: 'proxy-voice'; id: string }

/** Takes words into the database and returns what shows the outcome. */
export type TakeWords = (ctx: BotContext, purpose: Purpose) => Promise<() => Promise<void>>

export const WAIT_FOR_WORDS = 'wait-for-words'

/**
 * Waits for one message and has it taken. One question an entry, nothing else inside: so there is one step to replay, a
 * deploy breaks nothing, and where this state is lost the message is taken all the same (see bot.ts). What is shown then
 * comes after the conversation, from the outer context.
 */
export function waitForWords(take: TakeWords): ConversationBuilder<BotContext, Context> {
  return async (conversation: Conversation<BotContext, Context>, _ctx: Context, purpose: Purpose) => {
    await conversation.waitUntil((ctx) => ctx.message !== undefined && !isCommand(ctx), { next: true })
    await conversation.external(async (ctx) => {
      ctx.showAfterWords = await take(ctx, purpose)
    })
    await conversation.halt({ next: true })
  }
}

/** A message that begins with a command, of ours or not. */
export function isCommand({ message }: Context): boolean {
  return message?.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) ?? false
}

/** From now on this person's next words are for that; what was waited for before is forgotten. */
export async function awaitWords(ctx: BotContext, purpose: Purpose): Promise<void> {
  await ctx.conversation.exitAll()
  await ctx.conversation.enter(WAIT_FOR_WORDS, purpose)
}

/** Nothing is waited for any more. */
export async function stopWaiting(ctx: BotContext): Promise<void> {
  await ctx.conversation.exitAll()
}
