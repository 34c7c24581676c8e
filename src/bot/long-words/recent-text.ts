import { z } from 'zod'
import { isPieceOf, type SaidPiece, type SaidText } from '../../lib/pieces.ts'
import type { BotContext } from '../context.ts'
import { piecesKey } from '../purpose.ts'

const recentSchema = z.object({
  /** what the last words in this chat were for: an addition's or a case's id */
  target: z.string(),
  /** whose words they were; channels have none */
  senderId: z.number(),
  /** who answered for the committee: a channel's posts do not say */
  actorId: z.number().nullish(),
  /** of an answer: its line of the ledger */
  eventId: z.string().optional(),
  pieces: z.array(z.object({ messageId: z.number(), date: z.number(), length: z.number() })),
})

/** In which messages the last words of a chat came, and what they were for. The words themselves are with what they are for. */
export type RecentText = z.infer<typeof recentSchema>

// an erasure finds it by the chat's id in front, see privacy/conversation-rows.ts
const keyOf = (ctx: BotContext) => piecesKey(String(ctx.chat?.id))

/** Remembered beside the database's transaction: should the process die in between, the update comes again and with it this. */
export function rememberText(
  ctx: BotContext,
  target: string,
  pieces: SaidText['pieces'],
  answer: { actorId?: number | null; eventId?: bigint | null } = {},
): void {
  const { actorId, eventId } = answer
  const recent: RecentText = {
    target,
    senderId: senderOf(ctx),
    actorId,
    eventId: eventId?.toString(),
    pieces,
  }
  ctx.notes.write(keyOf(ctx), recent)
}

/** Nothing goes on any more: whoever it was has it erased. */
export function forgetText(ctx: BotContext): void {
  ctx.notes.write(keyOf(ctx), null)
}

/** What this message goes on with, or is already part of: the rest of a text that was too long for one. Null: it stands alone. */
export function findBegun(ctx: BotContext): RecentText | null {
  const piece = pieceOf(ctx)
  if (!piece) return null
  const read = recentSchema.safeParse(ctx.notes.read(keyOf(ctx)))
  if (!read.success || read.data.senderId !== senderOf(ctx)) return null
  const { pieces } = read.data
  const again = pieces.some(({ messageId, date }) => messageId === piece.messageId && date === piece.date)
  return again || isPieceOf({ text: '', pieces }, piece, { consecutive: false }) ? read.data : null
}

/** The message as a piece of text; null where it is none. */
export function pieceOf({ msg }: BotContext): SaidPiece | null {
  return msg?.text === undefined ? null : { messageId: msg.message_id, date: msg.date, text: msg.text }
}

const senderOf = (ctx: BotContext) => ctx.from?.id ?? 0
