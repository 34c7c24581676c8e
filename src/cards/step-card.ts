import type { CardDefinition, Question } from './card-definition.ts'
import type { CardEvent, CardRefusal } from './card-event.ts'
import { type Answer, type DraftState, REVIEW } from './draft-state.ts'
import { movedTo, withSaid } from './keep-said.ts'
import { fullFor, joined, saidText, withText, wordsIn } from './words-answer.ts'
import { questionFor, type Said } from './words-question.ts'

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
  const step = stepped(card, state, event)
  if (!step.ok || step.state.at === state.at) return step
  // a question that one comes back to is shown anew
  const { shown: _, ...moved } = step.state
  return { ok: true, state: moved }
}

function stepped(card: CardDefinition, state: DraftState, event: CardEvent): CardStep {
  if (event.type === 'correct') return correct(state, event)
  if (event.type === 'change') return change(card, state, event.question)
  if (event.type === 'back' && event.question === REVIEW && state.at === REVIEW)
    return { ok: true, state: { ...pressed(state), at: card.questions.at(-1)?.id ?? REVIEW } }

  if (event.type === 'say') return say(card, state, event)
  if (event.type === 'keep_from_village' || event.type === 'leave_out') return stayUnknown(card, state, event)
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
      // an answer is never thrown away by going on
      if (!isEmpty(state.answers[question.id])) return goOn(card, pressed(state))
      return goOn(card, keep(pressed(state), question, { kind: 'skipped' }))
    case 'ask_anew':
      if (!canAnswerAnew(state, question)) return { ok: false, code: 'stale' }
      return { ok: true, state: { ...pressed(state), asksAnew: true } }
    case 'anew':
      return state.asksAnew ? anew(card, pressed(state), question) : { ok: false, code: 'stale' }
    case 'move':
      return move(card, state, question)
    case 'back':
      return state.asksAnew ? { ok: true, state: pressed(state) } : back(card, pressed(state), question)
    case 'finish':
      if (!canFinish(card, state)) return { ok: false, code: 'stale' }
      return { ok: true, state: { ...pressed(state), at: REVIEW, editing: false } }
  }
}

/** Whether "that's all" is offered: everything up to the satisfaction is answered. */
export function canFinish(card: CardDefinition, state: DraftState): boolean {
  const satisfaction = card.questions.findIndex((question) => question.id === 'satisfaction')
  const needed = card.questions.slice(0, satisfaction + 1).filter((question) => !question.optional)
  const open = card.questions.findIndex((question) => question.id === state.at)
  return open > satisfaction && needed.every((question) => !isEmpty(state.answers[question.id]))
}

/** Whether the answer to the open question can be thrown away: there is one, and the question may be left out. */
export function canAnswerAnew(state: DraftState, question: Question): boolean {
  return question.optional && question.kind !== 'several' && !isEmpty(state.answers[question.id])
}

/** Whether something that was said after the open question was shown was taken as more of the answer before; see `move`. */
export function canMove(card: CardDefinition, state: DraftState): boolean {
  const question = card.questions.find((each) => each.id === state.at)
  return question !== undefined && movedTo(card, state, question) !== null
}

/** The state after a button: what is said next does not belong to what was said before. */
function pressed({ speaking: _, spoken: _spoken, asksAnew: _asksAnew, ...state }: DraftState): DraftState {
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

/** A voice or a place would tell the village who it is: it does not get the card, or not these parts of it. */
function stayUnknown(
  card: CardDefinition,
  state: DraftState,
  event: Extract<CardEvent, { type: 'keep_from_village' | 'leave_out' }>,
): CardStep {
  if (state.at !== REVIEW) return { ok: false, code: 'stale' }
  if (event.type === 'keep_from_village') {
    const question = card.questions.find(({ id }) => id === 'visibility')
    if (question?.kind !== 'choice' || !hasOption(question, 'township')) return { ok: false, code: 'stale' }
    return { ok: true, state: keep(pressed(state), question, { kind: 'choice', value: 'township' }) }
  }
  const answers = Object.entries(state.answers).flatMap(([id, answer]): [string, Answer][] => {
    if (answer.kind !== 'words') return [[id, answer]]
    const left = { ...answer, parts: answer.parts.filter(({ kind }) => kind !== event.value) }
    return isEmpty(left) ? [] : [[id, left]]
  })
  return { ok: true, state: { ...pressed(state), answers: Object.fromEntries(answers) } }
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

function anew(card: CardDefinition, state: DraftState, question: Question): CardStep {
  if (question.kind !== 'words') return goOn(card, keep(state, question, { kind: 'skipped' }))
  const { [question.id]: _, ...answers } = state.answers
  return { ok: true, state: { ...state, answers } }
}

/** A message goes to the question that it is for (words-question.ts). The open question stays open unless it was for that. */
function say(card: CardDefinition, state: DraftState, event: Say): CardStep {
  const { question: meant, messageId, date, text, part } = event
  const said: Said = { messageId, date, text, part }
  const open = card.questions.find((each) => each.id === state.at)
  const question = questionFor(card, state, said)
  if (!question) {
    if (meant !== state.at) return { ok: false, code: 'stale' }
    return { ok: false, code: open ? 'not_taken' : 'stale' }
  }
  if (question === open && meant !== open.id) return { ok: false, code: 'stale' }
  const full = fullFor(state.answers, question.id, said)
  if (full) return { ok: false, code: full }
  const kept = withSaid(card, state, question, said)
  // photos and places mostly come with something else: they wait for "next"
  const waits = part?.kind === 'photo' || part?.kind === 'location'
  return question === open && !waits ? goOn(card, kept) : { ok: true, state: kept }
}

/** "That was the answer to this question": takes what was said since it was shown out of the answer before. */
function move(card: CardDefinition, state: DraftState, question: Question): CardStep {
  const moved = movedTo(card, state, question)
  if (!moved) return { ok: false, code: 'stale' }
  const { from, rest, taken } = moved
  const answers = {
    ...state.answers,
    [from]: rest,
    [question.id]: joined(wordsIn(state.answers[question.id]), taken),
  }
  return goOn(card, { ...pressed(state), answers })
}

/** The message that was edited may be one of several that an answer came in. */
function correct(state: DraftState, { messageId, text }: Extract<CardEvent, { type: 'correct' }>): CardStep {
  for (const [id, answer] of Object.entries(state.answers)) {
    if (answer.kind !== 'words') continue
    if (!saidText(answer).pieces.some((piece) => piece.messageId === messageId)) continue
    const full = fullFor(state.answers, id, { messageId, text, part: null })
    if (full) return { ok: false, code: full }
    const corrected = withText(answer, { messageId, text })
    return { ok: true, state: { ...state, answers: { ...state.answers, [id]: corrected } } }
  }
  return { ok: false, code: 'stale' }
}
