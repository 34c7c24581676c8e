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
    return { ok: true, state: { ...state, at: card.questions.at(-1)?.id ?? REVIEW } }

  if (event.type === 'say') {
    const begun = questionOfAlbum(card, state, event.part)
    // a late photo belongs to its album's question, and the open question stays open
    if (begun && begun.id !== state.at) return withSaid(state, begun, event)
  }
  const question = card.questions.find((each) => each.id === event.question)
  if (!question || state.at !== event.question) return { ok: false, code: 'stale' }

  switch (event.type) {
    case 'choose':
      if (question.kind !== 'choice' || !hasOption(question, event.value)) return { ok: false, code: 'stale' }
      return goOn(card, keep(state, question, { kind: 'choice', value: event.value }))
    case 'tick':
    case 'untick':
      if (question.kind !== 'several' || !hasOption(question, event.value))
        return { ok: false, code: 'stale' }
      return { ok: true, state: tick(question, state, event.value, event.type === 'tick') }
    case 'next':
      if (isEmpty(state.answers[question.id])) return { ok: false, code: 'pick_one' }
      return goOn(card, state)
    case 'skip':
      if (!question.optional) return { ok: false, code: 'stale' }
      return goOn(card, keep(state, question, { kind: 'skipped' }))
    case 'back':
      return back(card, state, question)
    case 'finish':
      if (!canFinish(card, state)) return { ok: false, code: 'stale' }
      return { ok: true, state: { ...state, at: REVIEW, editing: false } }
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
  return { ok: true, state: { ...state, at: id, editing: true } }
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

function say(
  card: CardDefinition,
  state: DraftState,
  question: Question,
  said: Extract<CardEvent, { type: 'say' }>,
): CardStep {
  if (question.kind !== 'words') return { ok: false, code: 'not_taken' }
  if (said.part && !question.takes.includes(said.part.kind)) return { ok: false, code: 'not_taken' }
  const answered = withSaid(state, question, said)
  if (!answered.ok) return answered
  // photos and places mostly come with something else: they wait for "next"
  const waits = said.part?.kind === 'photo' || said.part?.kind === 'location'
  return waits ? answered : goOn(card, answered.state)
}

/** The state with what was said added to the answer of that question. */
function withSaid(
  state: DraftState,
  question: WordsQuestion,
  said: Extract<CardEvent, { type: 'say' }>,
): CardStep {
  const before = state.answers[question.id]
  const words: WordsAnswer =
    before?.kind === 'words' ? before : { kind: 'words', text: null, textMessageId: null, parts: [] }
  const again = words.parts.some((part) => part.messageId === said.messageId)
  const parts = said.part && !again ? [...words.parts, said.part] : words.parts
  if (parts.filter((part) => part.kind === 'photo').length > MAX_PHOTOS)
    return { ok: false, code: 'too_many_photos' }
  const answer: WordsAnswer = {
    kind: 'words',
    text: said.text ?? words.text,
    textMessageId: said.text === null ? words.textMessageId : said.messageId,
    parts,
  }
  return { ok: true, state: keep(state, question, answer) }
}

/** Photos that were sent together come one by one: the words question that has the first ones; null where none has. */
export function questionOfAlbum(
  card: CardDefinition,
  state: DraftState,
  part: Part | null,
): WordsQuestion | null {
  if (part?.kind !== 'photo' || part.album === undefined) return null
  for (const question of card.questions) {
    const answer = state.answers[question.id]
    const has = answer?.kind === 'words' && answer.parts.some((each) => albumOf(each) === part.album)
    if (question.kind === 'words' && has) return question
  }
  return null
}

function albumOf(part: Part): string | undefined {
  return part.kind === 'photo' ? part.album : undefined
}

function correct(state: DraftState, event: Extract<CardEvent, { type: 'correct' }>): CardStep {
  for (const [id, answer] of Object.entries(state.answers))
    if (answer.kind === 'words' && answer.textMessageId === event.messageId)
      return {
        ok: true,
        state: { ...state, answers: { ...state.answers, [id]: { ...answer, text: event.text } } },
      }
  return { ok: false, code: 'stale' }
}
