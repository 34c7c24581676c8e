import { cutText, type SaidText, withPiece } from '../lib/pieces.ts'
import type { CardRefusal } from './card-event.ts'
import { type Answer, type DraftState, MOST_IN_CARD, type Part, type WordsAnswer } from './draft-state.ts'

interface Message {
  messageId: number
  date?: number
}

const NOTHING: WordsAnswer = { kind: 'words', text: null, textMessageId: null, parts: [] }

/** The answer as words; nothing said yet where it is none. */
export function wordsIn(answer: Answer | undefined): WordsAnswer {
  return answer?.kind === 'words' ? answer : NOTHING
}

/** The text of an answer with the messages that it came in. */
export function saidText({ text, textMessageId, pieces }: WordsAnswer): SaidText {
  if (text === null) return { text: '', pieces: [] }
  return { text, pieces: pieces ?? [{ messageId: textMessageId ?? 0, date: 0, length: text.length }] }
}

/** The messages that an answer came in, texts first. */
export function messagesOf(answer: Answer | undefined): Message[] {
  const { parts, ...words } = wordsIn(answer)
  return [...saidText({ ...words, parts }).pieces, ...parts]
}

/** Words with what one more message says in front, between or behind, by the order of the messages. */
export function withText(
  words: WordsAnswer,
  { messageId, date = 0, text }: Message & { text: string | null },
): WordsAnswer {
  if (text === null) return words
  const said = withPiece(saidText(words), { messageId, date, text })
  return { ...words, ...said, textMessageId: said.pieces[0]?.messageId ?? messageId }
}

/** Words with one more voice, photo or place, once; in the order of the messages. */
export function withPart(words: WordsAnswer, part: Part | null, date = 0): WordsAnswer {
  if (!part || words.parts.some((each) => isSame(each, part))) return words
  const parts = [...words.parts, date > 0 ? { ...part, date } : part]
  return { ...words, parts: parts.sort((a, b) => a.messageId - b.messageId) }
}

/** Two answers as one. */
export function joined(one: WordsAnswer, other: WordsAnswer): WordsAnswer {
  const texts = cutText(saidText(other)).map(({ piece, text }) => ({ ...piece, text }))
  const words = texts.reduce((words, said) => withText(words, said), one)
  return other.parts.reduce((words, part) => withPart(words, part, part.date), words)
}

/** An answer without the messages that `goes` picks, and these as an answer of their own. */
export function parted(
  words: WordsAnswer,
  goes: (message: Message) => boolean,
): { rest: WordsAnswer; taken: WordsAnswer } {
  const cut = cutText(saidText(words))
  const of = (wanted: boolean) => {
    const texts = cut.filter(({ piece }) => goes(piece) === wanted)
    const parts = words.parts.filter((part) => goes(part) === wanted)
    return texts.reduce<WordsAnswer>((each, { piece, text }) => withText(each, { ...piece, text }), {
      ...NOTHING,
      parts,
    })
  }
  return { rest: of(false), taken: of(true) }
}

/** Why one more message does not fit into an answer any more (MOST_IN_CARD); null where it does. What is there already fits. */
export function fullFor(
  answers: DraftState['answers'],
  id: string,
  { messageId, text, part }: { messageId: number; text: string | null; part: Part | null },
): Extract<CardRefusal, `too_${string}`> | null {
  const parts = Object.values(answers).flatMap((answer) => wordsIn(answer).parts)
  const isThere = part !== null && parts.some((each) => isSame(each, part))
  if (part && !isThere && parts.filter(({ kind }) => kind === part.kind).length >= MOST_IN_CARD[part.kind])
    return ({ photo: 'too_many_photos', voice: 'too_many_voices', location: 'too_many_places' } as const)[
      part.kind
    ]
  const pieces = saidText(wordsIn(answers[id])).pieces.filter((piece) => piece.messageId !== messageId)
  const length = pieces.reduce((sum, piece) => sum + piece.length, text?.length ?? 0)
  return text !== null && length > MOST_IN_CARD.text ? 'too_long' : null
}

/** The same message again, or the same file in another. */
function isSame(one: Part, other: Part): boolean {
  if (one.kind !== other.kind) return false
  if (one.messageId === other.messageId) return true
  if (one.kind === 'location' || other.kind === 'location') return false
  return one.uniqueId !== undefined && one.uniqueId === other.uniqueId
}
