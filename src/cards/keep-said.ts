import type { CardDefinition, Question, WordsQuestion } from './card-definition.ts'
import type { DraftState, WordsAnswer } from './draft-state.ts'
import { joined, messagesOf, parted, withPart, withText, wordsIn } from './words-answer.ts'
import { isNear, type Said, spokenIn } from './words-question.ts'

/** The state with what was said as part of the answer to that question. The open question stays open. */
export function withSaid(
  card: CardDefinition,
  state: DraftState,
  question: WordsQuestion,
  said: Said,
): DraftState {
  const { asksAnew: _, ...before } = state
  const words = wordsIn(state.answers[question.id])
  const kept = withText(withPart(words, said.part, said.date), said)
  const all = new Set([...spokenIn(state), question.id])
  const spoken = card.questions.map(({ id }) => id).filter((id) => all.has(id))
  return takeBack(
    card,
    { ...before, answers: { ...before.answers, [question.id]: kept }, speaking: question.id, spoken },
    question,
    said,
  )
}

/**
 * Where messages arrive in another order, the one that comes late may show that those behind it were no answer to the next
 * question, but more of this one.
 */
function takeBack(card: CardDefinition, state: DraftState, question: WordsQuestion, said: Said): DraftState {
  const spoken = spokenIn(state)
  const next = spoken[spoken.indexOf(question.id) + 1]
  if (next === undefined) return state
  const answer = wordsIn(state.answers[next])
  const behind = messagesOf(answer).sort((a, b) => a.messageId - b.messageId)
  const far = behind.findIndex((message, i) => !isNear(message, behind[i - 1] ?? said))
  const more = new Set((far < 0 ? behind : behind.slice(0, far)).map(({ messageId }) => messageId))
  if (more.size === 0 || (behind[0]?.messageId ?? 0) < said.messageId) return state
  const { rest, taken } = parted(answer, ({ messageId }) => more.has(messageId))
  if (taken.parts.some(({ kind }) => !question.takes.includes(kind))) return state
  const { [next]: _, ...others } = state.answers
  const words = { [question.id]: joined(wordsIn(others[question.id]), taken) }
  if (more.size < behind.length) return { ...state, answers: { ...others, ...words, [next]: rest } }
  const at = isBehind(card, state.at, next) ? next : state.at
  return { ...state, at, answers: { ...others, ...words }, spoken: spoken.filter((id) => id !== next) }
}

function isBehind(card: CardDefinition, id: string, other: string): boolean {
  const place = (wanted: string) => card.questions.findIndex((question) => question.id === wanted)
  return place(id) > place(other)
}

/**
 * What was said since this question was shown, but taken as more of the answer before: that answer's id, what would be left
 * of it, and what would go. Null where there is nothing of the kind.
 */
export function movedTo(
  card: CardDefinition,
  state: DraftState,
  question: Question,
): { from: string; rest: WordsAnswer; taken: WordsAnswer } | null {
  if (question.kind !== 'words' || state.speaking === undefined || state.speaking === question.id) return null
  const from = state.speaking
  if (!isBehind(card, question.id, from)) return null
  const words = wordsIn(state.answers[from])
  const ids = messagesOf(words).map(({ messageId }) => messageId)
  const shown = state.shown?.at === question.id ? state.shown.messageId : undefined
  const { rest, taken } = parted(words, ({ messageId }) =>
    shown === undefined ? messageId === Math.max(...ids) : messageId > shown,
  )
  const fits = taken.parts.every(({ kind }) => question.takes.includes(kind))
  const isSome = (each: typeof rest) => each.text !== null || each.parts.length > 0
  return fits && isSome(rest) && isSome(taken) ? { from, rest, taken } : null
}
