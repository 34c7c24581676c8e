import type { Context } from 'grammy'
import { z } from 'zod'
import { relationshipIds } from '../cards/filed-for.ts'
import { isNear } from '../cards/words-question.ts'
import type { BotContext } from './context.ts'
import type { Shown } from './screen.ts'

/** What somebody was asked for, where that is anything but the open question of their card. All that is kept of it. */
const purposeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('village') }),
  z.object({ kind: z.literal('query'), queryId: z.string() }),
  /**
   * more to one's own case; `after`: something was added already, and what comes right behind it belongs to it, by Telegram's
   * date in Unix seconds and the id of its album
   */
  z.object({
    kind: z.literal('add'),
    caseId: z.string(),
    after: z.object({ date: z.number(), album: z.string().nullable() }).optional(),
  }),
  /** a screen read aloud, for a region */
  z.object({ kind: z.literal('voice'), regionCode: z.string(), screen: z.string() }),
  /** the name of whom a card is filed for */
  z.object({ kind: z.literal('proxy-name'), relationship: z.enum(relationshipIds) }),
  /** the voice of whom the card with this id is filed for, saying that they agree */
  z.object({ kind: z.literal('proxy-voice'), id: z.string() }),
])

/** What the words are for that somebody sends. `card`: the draft tells. */
export type Purpose = z.infer<typeof purposeSchema> | { kind: 'card' }

/** Takes words into the database and returns what shows the outcome. */
export type TakeWords = (ctx: BotContext, purpose: Purpose) => Promise<() => Shown>

/** As it was noted; null: nothing was, or what is no longer asked. */
export function readPurpose(noted: unknown): Purpose | null {
  return purposeSchema.safeParse(noted).data ?? null
}

/**
 * What is still asked when this update comes. Whoever added something to their case may go on for a minute, until they press
 * a button or type a command: people chat in several short messages.
 */
export function stillAsked(ctx: Context, purpose: Purpose | null): Purpose | null {
  if (purpose?.kind !== 'add' || purpose.after === undefined) return purpose
  if (ctx.callbackQuery || isCommand(ctx)) return null
  return !ctx.message || isNear(purpose.after, ctx.message) ? purpose : null
}

/** A message that begins with a command, of ours or not. */
export function isCommand({ message }: Context): boolean {
  return message?.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) ?? false
}

/** From now on this person's next words are for that; what was waited for before is forgotten. Noted when all is shown. */
export async function awaitWords(ctx: BotContext, purpose: Purpose): Promise<void> {
  ctx.purpose = purpose.kind === 'card' ? null : purpose
}

/** Nothing is waited for any more, but for what the open question of a card takes. */
export async function stopWaiting(ctx: BotContext): Promise<void> {
  ctx.purpose = null
}

/** Under which key it is noted where in the chat somebody's first words stand; read with every update. */
export function firstKey(chatId: string): string {
  return `${chatId}:first`
}

/** Under which key it is noted in which messages the last words of a chat came; read with every update. */
export function piecesKey(chatId: string): string {
  return `${chatId}:pieces`
}
