import { isPieceOf, LEAST_PIECE, NEAR_SECONDS } from '../lib/pieces.ts'
import type { CardDefinition, WordsQuestion } from './card-definition.ts'
import { type Answer, type DraftState, type Part, REVIEW } from './draft-state.ts'
import { messagesOf, saidText } from './words-answer.ts'

/** One message, as far as a card is concerned. `date` is Telegram's, in Unix seconds; 0 or not there: not known. */
export interface Said {
  messageId: number
  date?: number
  text: string | null
  part: Part | null
}

/** People chat in several short messages: so far apart, with no button in between, they are one answer. */
export const ONE_ANSWER_SECONDS = 60
/** Shorter than this, what is typed at the review is no addition to the words ("好", "嗯嗯"). */
const LEAST_LETTERS = 4

/**
 * The words question that a message is for, by what is known of it and of the messages before: not always the open one,
 * since people chat faster than screens come. In this order: the question that has this message already, or the beginning
 * of its album or of its long text, or the message right before or behind it in the chat; the question before, where the message was sent before the open one was shown; the
 * answer that the message in front of it belongs to, where they are near in time and no button was pressed since, or that
 * of a message behind it, where it arrives late; the open question; for a photo or a place that the open one does not
 * take, the last answer that does; on the review, the card's words. Null: for none. Pure.
 */
export function questionFor(card: CardDefinition, state: DraftState, said: Said): WordsQuestion | null {
  const questions = wordsQuestions(card)
  const begun =
    questions.find((question) => hasMessage(state.answers[question.id], said)) ??
    questions.find((question) => isOfAlbum(state.answers[question.id], said.part)) ??
    questions.find((question) => isRestOf(state, question, said)) ??
    questions.find((question) => isBeside(state.answers[question.id], question, said))
  if (begun) return begun

  const spoken = questions.filter(({ id }) => spokenIn(state).includes(id))
  const takers = spoken.filter((question) => takes(question, said.part))
  if (isEarly(state, said)) {
    const before = takers.filter(({ id }) => id !== state.at).at(-1) ?? answeredBefore(card, state, said)
    if (before) return before
  }
  const near = nearIn(takers, state, said)
  if (near) return near
  const open = questions.find(({ id }) => id === state.at)
  if (open && takes(open, said.part)) return open
  if (said.part && takers.length > 0) return takers.at(-1) ?? null
  if (state.at !== REVIEW || (!said.part && lettersIn(said.text) < LEAST_LETTERS)) return null
  return questions.find((question) => takes(question, said.part)) ?? null
}

/** Whether a message was sent before the open question was shown. */
export function isEarly(
  { at, shown }: DraftState,
  { messageId, date = 0 }: Omit<Said, 'text' | 'part'>,
): boolean {
  if (shown?.at !== at) return false
  return messageId < (shown.messageId ?? 0) || (date > 0 && date < shown.date)
}

/** Whether it counts when the open question was shown: it asks for words, and words were asked for before. */
export function asksMore(card: CardDefinition, { at }: DraftState): boolean {
  const questions = wordsQuestions(card)
  return questions.findIndex(({ id }) => id === at) > 0
}

/**
 * Whether it can be said of the message that shows the open question now that it was the first to show it. A question with
 * buttons to which a button led stood in the card's message before, where that was not noted.
 */
export function countsWhenShown(card: CardDefinition, state: DraftState): boolean {
  return asksMore(card, state) || spokenIn(state).length > 0
}

/** Whether it is noted when the open question was shown first. */
export function isShown({ at, shown }: DraftState): boolean {
  return shown?.at === at
}

/** The words questions that were answered since the last button. */
export function spokenIn({ spoken, speaking }: DraftState): readonly string[] {
  return spoken ?? (speaking === undefined ? [] : [speaking])
}

function takes({ takes: parts }: WordsQuestion, part: Part | null): boolean {
  return part === null || parts.includes(part.kind)
}

function wordsQuestions({ questions }: CardDefinition): WordsQuestion[] {
  return questions.filter((question) => question.kind === 'words')
}

function hasMessage(answer: Answer | undefined, { messageId, date = 0, text, part }: Said): boolean {
  if (answer?.kind !== 'words') return false
  if (part) return answer.parts.some((each) => each.messageId === messageId && each.kind === part.kind)
  if (text === null || date === 0) return false
  return saidText(answer).pieces.some((piece) => piece.messageId === messageId && piece.date === date)
}

function isOfAlbum(answer: Answer | undefined, part: Part | null): boolean {
  if (answer?.kind !== 'words' || part?.kind !== 'photo' || part.album === undefined) return false
  return answer.parts.some((each) => each.kind === 'photo' && each.album === part.album)
}

/** A piece of a long text, or a photo or place that was shared along with one. */
function isRestOf(state: DraftState, question: WordsQuestion, said: Said): boolean {
  const answer = state.answers[question.id]
  const { messageId, date = 0, text, part } = said
  if (answer?.kind !== 'words') return false
  const isSpoken = spokenIn(state).includes(question.id)
  if (!part)
    return text !== null && isPieceOf(saidText(answer), { messageId, date, text }, { consecutive: !isSpoken })
  if (!isSpoken || part.kind === 'voice' || !takes(question, part)) return false
  return saidText(answer).pieces.some(
    (piece) => piece.length > LEAST_PIECE && date > 0 && Math.abs(date - piece.date) <= NEAR_SECONDS,
  )
}

/**
 * Right before or behind a message of that answer in the chat, and near in time: the screen that follows words comes as a
 * message of its own, so it cannot have been seen in between, whatever was pressed and arrived before this.
 */
function isBeside(answer: Answer | undefined, question: WordsQuestion, said: Said): boolean {
  if (!takes(question, said.part)) return false
  return messagesOf(answer).some(
    (message) => Math.abs(message.messageId - said.messageId) === 1 && isNear(message, said),
  )
}

/** By the message right in front, if near; else by the one right behind, which it came before; else by any that is near. */
function nearIn(takers: readonly WordsQuestion[], state: DraftState, said: Said): WordsQuestion | null {
  const messages = takers.flatMap((question) =>
    messagesOf(state.answers[question.id]).map((message) => ({ ...message, question })),
  )
  const before = messages.filter(({ messageId }) => messageId < said.messageId)
  const behind = messages.filter(({ messageId }) => messageId > said.messageId)
  const byId = (a: { messageId: number }, b: { messageId: number }) => a.messageId - b.messageId
  const inFront = before.sort(byId).at(-1)
  if (inFront && isNear(inFront, said)) return inFront.question
  const next = behind.sort(byId)[0] ?? messages.find((each) => isNear(each, said))
  return next?.question ?? null
}

/** Near enough in time to be one answer; false where a date is not known. */
export function isNear(
  { date: one = 0 }: { date?: number },
  { date: other = 0 }: { date?: number },
): boolean {
  return one > 0 && other > 0 && Math.abs(one - other) <= ONE_ANSWER_SECONDS
}

/**
 * A button led on, but its screen came after the message: the last answer in front of the open question, or the question
 * right in front of it, also where it was just left out.
 */
function answeredBefore(card: CardDefinition, state: DraftState, { part }: Said): WordsQuestion | null {
  const open = card.questions.findIndex(({ id }) => id === state.at)
  const before = open < 0 ? card.questions : card.questions.slice(0, open)
  const wasLeft = ({ id }: WordsQuestion) => id === before.at(-1)?.id && state.answers[id] !== undefined
  return (
    wordsQuestions({ ...card, questions: before })
      .filter((question) => takes(question, part))
      .filter((question) => messagesOf(state.answers[question.id]).length > 0 || wasLeft(question))
      .at(-1) ?? null
  )
}

function lettersIn(text: string | null): number {
  return [...(text ?? '').replace(/\s/g, '')].length
}
