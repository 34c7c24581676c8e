import { cardOf } from '../../../src/cards/topics.ts'
import type { Press, PressOf } from '../../../src/presses/callback-data.ts'
import { type CardMemory, keepSaid, newCard, type Said, type WordsQuestion } from './memory.ts'

type CardPress = PressOf<'card'>['press']

export interface Memory {
  readonly personId: number
  cards: CardMemory[]
  /** said before they agreed */
  first: Said[]
  /** Telegram's clock, in milliseconds */
  now(): number
}

/** What waits for consent for longer is over. */
const WAITS_MS = 7 * 24 * 3_600_000
export const waitsTooLong = ({ waitsSince }: CardMemory, now: number): boolean => now - waitsSince > WAITS_MS

export const openCard = ({ cards }: Memory): CardMemory | undefined =>
  cards.find(({ fate }) => fate === 'open')

/**
 * What somebody remembers after a button, by what its screen said. `about`: the card that was half-filled when they saw the
 * button; one that throws a card away is about that one. Submitting is not remembered here: the next screen tells.
 */
export function rememberPress(memory: Memory, press: Press, about: string | null): void {
  const open = openCard(memory)
  if (press.kind === 'card') {
    const isItsOwn = open && open.tag === press.draftTag
    if (isItsOwn && pressOnCard(open, press.press)) clearPress(open, press.press)
    else if (open) open.wandered = true
    return
  }
  if (open) open.wandered = true
  if (press.kind === 'topic' || press.kind === 'proxy-topic') {
    if (open?.touched && !(press.insteadOf !== null && about === open.tag)) return
    if (open) open.fate = 'gone'
    const filedFor = press.kind === 'proxy-topic' ? { name: press.name } : null
    memory.cards.push(newCard(memory.personId, { topic: press.topic, filedFor }))
  }
  if (press.kind === 'first-words' && memory.first.length > 0) {
    const card = newCard(memory.personId, { at: 'topic' })
    for (const said of memory.first) keepSaid(card, 'words', said)
    memory.cards.push(card)
    memory.first = []
  }
  if (press.kind === 'proxy-drop' || press.kind === 'proxy-reopen') {
    const waiting = memory.cards.find(
      ({ tag, fate }) => fate === 'waiting' && press.id.startsWith(tag ?? '-'),
    )
    if (!waiting || waitsTooLong(waiting, memory.now())) return
    if (press.kind === 'proxy-reopen' && open?.touched) return
    if (press.kind === 'proxy-reopen' && open) open.fate = 'gone'
    waiting.fate = press.kind === 'proxy-drop' ? 'gone' : 'open'
    Object.assign(waiting, { at: 'review', spoken: [], wandered: false })
  }
}

/** What is said next does not belong to what was said before. */
function clearPress(card: CardMemory, { type }: CardPress): void {
  card.spoken = []
  card.wandered = false
  card.asksAnew = type === 'ask_anew'
}

/** Whether the button did something: that of another question than the one on the newest screen does not. */
function pressOnCard(card: CardMemory, press: CardPress): boolean {
  const { at, chosen, said } = card
  if (press.type === 'discard') {
    card.fate = 'gone'
    return true
  }
  if (press.type === 'sort') {
    if (at !== 'topic') return false
    Object.assign(card, { topic: press.topic, at: 'review', sorted: true })
    return true
  }
  if (press.type === 'not_guardian' || press.type === 'change') return at === 'review'
  if (!('question' in press)) return false
  if (press.type === 'keep_from_village') {
    if (at === 'review') chosen.visibility = 'township'
    return at === 'review'
  }
  if (press.type === 'leave_out') {
    if (at === 'review')
      for (const question of ['words', 'wish'] as const) leaveOut(card, question, press.value)
    return at === 'review'
  }
  if (press.question !== at) return false
  const question = cardOf(card.topic ?? '')?.questions.find(({ id }) => id === at)
  switch (press.type) {
    case 'back':
      return card.asksAnew || at !== 'about'
    case 'choose':
      chosen[at] = press.value
      card.touched = true
      return true
    case 'tick':
    case 'untick': {
      const others = [chosen[at] ?? []].flat().filter((each) => each !== press.value)
      chosen[at] = press.type === 'tick' ? [...others, press.value] : others
      card.touched = true
      return true
    }
    case 'skip':
      card.touched = true
      return true
    case 'next':
      return hasAnswer(card, at)
    case 'ask_anew':
      return question?.optional === true && question.kind !== 'several' && hasAnswer(card, at)
    case 'anew':
      if (!card.asksAnew) return false
      if (at === 'words' || at === 'wish') said[at] = []
      else delete chosen[at]
      return true
    case 'move':
      return moveWords(card)
    case 'finish':
      return true
  }
}

function hasAnswer({ said, chosen }: CardMemory, at: string): boolean {
  if (at === 'words' || at === 'wish') return said[at].length > 0
  return (chosen[at] ?? '').length > 0
}

function leaveOut({ said }: CardMemory, question: WordsQuestion, kind: string): void {
  said[question] = said[question].flatMap((each) => {
    if (each.part?.kind !== kind) return [each]
    return each.text === null ? [] : [{ ...each, part: null }]
  })
}

/** "That was the answer to this one": what was said while this question stood on the screen. */
function moveWords(card: CardMemory): boolean {
  const from = card.spoken.at(-1)
  const to = card.at
  if (from === undefined || from === to || (to !== 'words' && to !== 'wish')) return false
  const goes = card.said[from].filter(({ askedAt }) => askedAt === to)
  const rest = card.said[from].filter((each) => !goes.includes(each))
  if (goes.length === 0 || rest.length === 0 || goes.some(({ part }) => part && part.kind !== 'voice'))
    return false
  card.said[from] = rest
  card.said[to] = [...card.said[to], ...goes]
  return true
}
