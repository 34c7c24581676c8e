/** One message of somebody's text. `date` is Telegram's, in Unix seconds; 0: not known. `length` in UTF-16 code units. */
export interface Piece {
  messageId: number
  date: number
  length: number
}

/** What somebody said in one or more messages: all of it, and which part came in which message, in the order of the chat. */
export interface SaidText {
  text: string
  pieces: Piece[]
}

/** A message as it came. */
export interface SaidPiece {
  messageId: number
  date: number
  text: string
}

/**
 * Clients cut a text above 4,096 code units into messages that they send in one go. Telegram Desktop cuts anywhere in the
 * second half of what fits, the others in the last few hundred; so every piece but the last is longer than this.
 * https://github.com/telegramdesktop/tdesktop/blob/dev/Telegram/lib_ui/ui/text/text_entity.cpp (CutPart)
 */
export const LEAST_PIECE = 2048
/** Shorter than this it was cut at white space, which the client and Telegram then drop. */
const FULL_PIECE = 4095
/** How far apart pieces of one text may arrive at Telegram, on a slow line. Nobody reads, writes and sends so fast. */
export const NEAR_SECONDS = 5

/**
 * Whether a message is a piece of that text: behind a long piece of it, or, where messages arrive in another order, a long
 * one in front. `consecutive`: only with a message id right beside, since something else happened in between. Ids alone do
 * not tell: a bot's private chats count theirs together, and its own messages come in between.
 */
export function isPieceOf(
  said: SaidText,
  piece: SaidPiece,
  { consecutive }: { consecutive: boolean },
): boolean {
  const { messageId, date, text } = piece
  const mine: Piece = { messageId, date, length: text.length }
  const before = said.pieces.filter((each) => each.messageId < messageId).at(-1)
  const after = said.pieces.find((each) => each.messageId > messageId)
  const beside = (one: Piece, other: Piece) => !consecutive || other.messageId === one.messageId + 1
  return (
    (before !== undefined && goesOn(before, mine) && beside(before, mine)) ||
    (after !== undefined && goesOn(mine, after) && beside(mine, after))
  )
}

/** The text with a message in its place, or, if it has that message already, with its words as they are now. */
export function withPiece(said: SaidText, { messageId, date, text }: SaidPiece): SaidText {
  const others = cutText(said).filter(({ piece }) => piece.messageId !== messageId)
  const known = said.pieces.find((piece) => piece.messageId === messageId)
  const all = [
    ...others,
    { piece: { messageId, date: known?.date ?? date, length: text.length }, text },
  ].sort((a, b) => a.piece.messageId - b.piece.messageId)
  return {
    text: all.map((each, i) => between(all[i - 1]?.piece, each.piece) + each.text).join(''),
    pieces: all.map(({ piece }) => piece),
  }
}

/** Whether the second of two messages may be the rest of the first. */
function goesOn(one: Piece, other: Piece): boolean {
  const known = one.date > 0 && other.date > 0
  return known && one.length > LEAST_PIECE && Math.abs(other.date - one.date) <= NEAR_SECONDS
}

/** Nothing within a word; else a new line, as between any two messages. */
function between(one: Piece | undefined, other: Piece): string {
  if (!one) return ''
  return one.length >= FULL_PIECE && goesOn(one, other) ? '' : '\n'
}

/** The text message by message: what `withPiece` put together, taken apart again. */
export function cutText({ text, pieces }: SaidText): { piece: Piece; text: string }[] {
  let at = 0
  return pieces.map((piece, i) => {
    at += between(pieces[i - 1], piece).length
    const part = text.slice(at, at + piece.length)
    at += piece.length
    return { piece, text: part }
  })
}
