import { isPieceOf, LEAST_PIECE, NEAR_SECONDS, type SaidText, withPiece } from '../lib/pieces.ts'
import type { CardDefinition, Question, WordsQuestion } from './card-definition.ts'
import type { CardEvent, CardRefusal } from './card-event.ts'
import {
  type Answer,
  type DraftState,
  MAX_PHOTOS,
  type Part,
  REVIEW,
  type WordsAnswer,
} from './draft-state.ts'

type Say = Extract<CardEvent, { type: 'say' }>

export type CardStep = { ok: true; state: DraftState } | { ok: false; code: CardRefusal }

/** A fresh card: the first question is open. */
export function startCard(card: CardDefinition): DraftState {
  return { at: card.questions[0]?.id ?? REVIEW, editing: false, answers: {} }
}

/**
 * One step through a card: pure, so that the Draft in the database is the only truth. The same event twice either gives
 * the same state again or is refused as stale; nothing is ever answered for another question.
 */
export function stepCard(card: CardDefinition, state: DraftState, event: CardEvent): CardStep {
  if (event.type === 'correct') return correct(state, event)
  if (event.type === 'change') return change(card, state, event.question)
  if (event.type === 'back' && event.question === REVIEW && state.at === REVIEW)
    return { ok: true, state: { ...pressed(state), at: card.questions.at(-1)?.id ?? REVIEW } }

  if (event.type === 'say') {
    const begun = questionBegun(card, state, event)
    // a late photo or piece belongs to its album's or text's question, and the open question stays open
    if (begun && (begun.id !== state.at || event.part === null)) return withSaid(state, begun, event, true)
  }
  const question = card.questions.find((each) => each.id === event.question)
  if (!question || state.at !== event.question) return { ok: false, code: 'stale' }

  switch (event.type) {
    case 'choose':
      if (question.kind !== 'choice' || !hasOption(question, event.value)) return { ok: false, code: 'stale' }
      return goOn(card, keep(pressed(state), question, { kind: 'choice', value: event.value }))
    case 'tick':
    case 'untick':
      if (question.kind !== 'several' || !hasOption(question, event.value))
        return { ok: false, code: 'stale' }
      return { ok: true, state: tick(question, pressed(state), event.value, event.type === 'tick') }
    case 'next':
      if (isEmpty(state.answers[question.id])) return { ok: false, code: 'pick_one' }
      return goOn(card, pressed(state))
    case 'skip':
      if (!question.optional) return { ok: false, code: 'stale' }
      return goOn(card, keep(pressed(state), question, { kind: 'skipped' }))
    case 'back':
      return back(card, pressed(state), question)
    case 'finish':
      if (!canFinish(card, state)) return { ok: false, code: 'stale' }
      return { ok: true, state: { ...pressed(state), at: REVIEW, editing: false } }
    case 'say':
      return say(card, state, question, event)
  }
}

/** Whether "that's all" is offered: everything up to the satisfaction is answered. */
export function canFinish(card: CardDefinition, state: DraftState): boolean {
  const satisfaction = card.questions.findIndex((question) => question.id === 'satisfaction')
  const needed = card.questions.slice(0, satisfaction + 1).filter((question) => !question.optional)
  const open = card.questions.findIndex((question) => question.id === state.at)
  return open > satisfaction && needed.every((question) => !isEmpty(state.answers[question.id]))
}

/** The state after a button: what is said next is said anew. */
function pressed({ speaking: _, ...state }: DraftState): DraftState {
  return state
}

function isEmpty(answer: Answer | undefined): boolean {
  if (!answer || answer.kind === 'skipped') return true
  if (answer.kind === 'several') return answer.values.length === 0
  if (answer.kind === 'words') return answer.text === null && answer.parts.length === 0
  return false
}

function keep(state: DraftState, question: Question, answer: Answer): DraftState {
  return { ...state, answers: { ...state.answers, [question.id]: answer } }
}

function hasOption(question: { options: { id: string }[] }, value: string): boolean {
  return question.options.some((option) => option.id === value)
}

function goOn(card: CardDefinition, state: DraftState): CardStep {
  if (state.editing) return { ok: true, state: { ...state, at: REVIEW, editing: false } }
  const index = card.questions.findIndex((question) => question.id === state.at)
  return { ok: true, state: { ...state, at: card.questions[index + 1]?.id ?? REVIEW } }
}

function back(card: CardDefinition, state: DraftState, question: Question): CardStep {
  if (state.editing) return { ok: true, state: { ...state, at: REVIEW, editing: false } }
  const before = card.questions[card.questions.indexOf(question) - 1]
  return before ? { ok: true, state: { ...state, at: before.id } } : { ok: false, code: 'at_start' }
}

function change(card: CardDefinition, state: DraftState, id: string): CardStep {
  if (state.at !== REVIEW || !card.questions.some((question) => question.id === id))
    return { ok: false, code: 'stale' }
  return { ok: true, state: { ...pressed(state), at: id, editing: true } }
}

function tick(
  question: Extract<Question, { kind: 'several' }>,
  state: DraftState,
  value: string,
  on: boolean,
): DraftState {
  const answer = state.answers[question.id]
  const before = answer?.kind === 'several' ? answer.values : []
  const chosen = new Set(before)
  if (on) chosen.add(value)
  else chosen.delete(value)
  // in the order of the card, whatever the order of the presses
  const values = question.options.map((option) => option.id).filter((id) => chosen.has(id))
  return keep(state, question, { kind: 'several', values })
}

function say(card: CardDefinition, state: DraftState, question: Question, said: Say): CardStep {
  if (question.kind !== 'words') return { ok: false, code: 'not_taken' }
  if (said.part && !question.takes.includes(said.part.kind)) return { ok: false, code: 'not_taken' }
  const joins = state.speaking === question.id || questionBegun(card, state, said)?.id === question.id
  const answered = withSaid(state, question, said, joins)
  if (!answered.ok) return answered
  // photos and places mostly come with something else: they wait for "next"
  const waits = said.part?.kind === 'photo' || said.part?.kind === 'location'
  return waits ? answered : goOn(card, answered.state)
}

/** The state with what was said: `joins` the answer that is there, or takes the place of its text. */
function withSaid(state: DraftState, question: WordsQuestion, said: Say, joins: boolean): CardStep {
  const before = state.answers[question.id]
  const words: WordsAnswer =
    before?.kind === 'words' ? before : { kind: 'words', text: null, textMessageId: null, parts: [] }
  const again = words.parts.some((part) => part.messageId === said.messageId)
  const parts = said.part && !again ? [...words.parts, said.part] : words.parts
  const isPhoto = said.part?.kind === 'photo' && !again
  if (isPhoto && parts.filter((part) => part.kind === 'photo').length > MAX_PHOTOS)
    return { ok: false, code: 'too_many_photos' }
  const kept = keep(state, question, { ...withText(words, said, joins), parts })
  return { ok: true, state: { ...kept, speaking: question.id } }
}

/** Words with what was said in front, between or behind, by the order of the messages, or in their place. */
export function withText(
  words: WordsAnswer,
  { messageId, date = 0, text }: Pick<Say, 'messageId' | 'date' | 'text'>,
  joins: boolean,
): WordsAnswer {
  if (text === null) return words
  const said = withPiece(joins ? saidText(words) : { text: '', pieces: [] }, { messageId, date, text })
  return { ...words, ...said, textMessageId: said.pieces[0]?.messageId ?? messageId }
}

function saidText({ text, textMessageId, pieces }: WordsAnswer): SaidText {
  if (text === null) return { text: '', pieces: [] }
  return { text, pieces: pieces ?? [{ messageId: textMessageId ?? 0, date: 0, length: text.length }] }
}

/**
 * What is sent in one go comes one by one. The words question that has the beginning: of an album, of a text that a client
 * had to cut, the message itself where it comes again, or the long text that a photo or place came right behind, if the
 * open question takes none. Null where none has.
 */
export function questionBegun(
  card: CardDefinition,
  state: DraftState,
  said: Omit<Say, 'type' | 'question'>,
): WordsQuestion | null {
  const open = card.questions.find((question) => question.id === state.at)
  for (const question of card.questions) {
    const answer = state.answers[question.id]
    if (question.kind !== 'words' || answer?.kind !== 'words') continue
    const isSpeaking = state.speaking === question.id
    if (isOfAlbum(answer, said.part) || isInText(answer, said, isSpeaking)) return question
    const isTaken = open?.kind === 'words' && said.part && open.takes.includes(said.part.kind)
    if (isSpeaking && !isTaken && isBesideText(question, answer, said)) return question
  }
  return null
}

function isOfAlbum(answer: WordsAnswer, part: Part | null): boolean {
  const album = albumOf(part)
  return album !== undefined && answer.parts.some((each) => albumOf(each) === album)
}

function isInText(
  answer: WordsAnswer,
  { messageId, date = 0, text, part }: Omit<Say, 'type' | 'question'>,
  isSpeaking: boolean,
): boolean {
  if (text === null || part) return false
  const said = saidText(answer)
  const again = date > 0 && said.pieces.some((piece) => piece.messageId === messageId && piece.date === date)
  return again || isPieceOf(said, { messageId, date, text }, { consecutive: !isSpeaking })
}

/** Sent together with a long text, as one shares both at once. */
function isBesideText(
  question: WordsQuestion,
  answer: WordsAnswer,
  { date = 0, part }: Omit<Say, 'type' | 'question'>,
): boolean {
  if (!part || part.kind === 'voice' || !question.takes.includes(part.kind)) return false
  return saidText(answer).pieces.some(
    (piece) => piece.length > LEAST_PIECE && date > 0 && Math.abs(date - piece.date) <= NEAR_SECONDS,
  )
}

function albumOf(part: Part | null): string | undefined {
  return part?.kind === 'photo' ? part.album : undefined
}

/** The message that was edited may be one of several that an answer came in. */
function correct(state: DraftState, { messageId, text }: Extract<CardEvent, { type: 'correct' }>): CardStep {
  for (const [id, answer] of Object.entries(state.answers)) {
    if (answer.kind !== 'words') continue
    if (!saidText(answer).pieces.some((piece) => piece.messageId === messageId)) continue
    const corrected = withText(answer, { messageId, text }, true)
    return { ok: true, state: { ...state, answers: { ...state.answers, [id]: corrected } } }
  }
  return { ok: false, code: 'stale' }
}
