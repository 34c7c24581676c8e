import type { CardPress } from '../../../src/cards/card-screen.ts'
import { cardOf } from '../../../src/cards/topics.ts'
import type { Press } from '../../../src/presses/callback-data.ts'

/** What somebody answered, as simply as it can be said. The texts of a words answer are kept by their messages. */
export type ModelAnswer =
  | { kind: 'choice'; value: string }
  | { kind: 'several'; values: string[] }
  | { kind: 'skipped' }
  | { kind: 'words'; texts: { id: number; text: string }[]; parts: string[] }

export interface ModelCard {
  /** null: a fresh one, which has no id that was seen yet */
  tag: string | null
  /** null: still to be said */
  topic: string | null
  /** the open question, `review` or `topic` */
  at: string
  /** changing one line from the review */
  editing: boolean
  answers: Record<string, ModelAnswer>
  /** the words questions that were answered since the last button, in the order of the messages */
  spoken: string[]
  /** asked whether the answer to the open question shall go */
  asksAnew: boolean
}

/** What must be in the database after all that was done. */
export interface Model {
  card: ModelCard | null
  submitted: ModelCard[]
  /** has agreed as a guardian, which is asked with the first card about a child */
  guardian: boolean
}

/** What was said in one message: text, or the kind of something else, with a caption. */
export interface Said {
  id: number
  text: string | null
  part: 'voice' | 'photo' | 'location' | null
  /** the text is the label of this option of the open question */
  option?: string
}

const TOPIC = 'topic'
const REVIEW = 'review'
const MOST = { photo: 5, voice: 10, location: 3 }
const MOST_LETTERS = 20_000

const questionsOf = ({ topic }: ModelCard) => cardOf(topic ?? '')?.questions ?? []
const questionAt = (card: ModelCard) => questionsOf(card).find((question) => question.id === card.at)

const PRESSED = { spoken: [], asksAnew: false }

/** The card with so many questions further, or back at the review where one line was changed. */
function moved(card: ModelCard, by: 1 | -1): ModelCard {
  const questions = questionsOf(card)
  const to = questions.findIndex((question) => question.id === card.at) + by
  return {
    ...card,
    ...PRESSED,
    editing: false,
    at: card.editing ? REVIEW : (questions[to]?.id ?? REVIEW),
  }
}

function keep(card: ModelCard, id: string, answer: ModelAnswer): ModelCard {
  return { ...card, ...PRESSED, answers: { ...card.answers, [id]: answer } }
}

/** What a pressed button makes of it. */
export function afterPress(model: Model, press: Press | null): Model {
  const { card } = model
  if (press?.kind === 'topic') {
    const givesUp = card?.tag && press.insteadOf !== null && card.tag.startsWith(press.insteadOf)
    if (card && !givesUp && Object.keys(card.answers).length > 0) return model
    const fresh = { tag: null, topic: press.topic, at: '', editing: false, answers: {}, ...PRESSED }
    return { ...model, card: { ...fresh, at: questionsOf(fresh)[0]?.id ?? '' } }
  }
  if (press?.kind !== 'card' || !card || press.draftTag !== card.tag) return model
  const event = press.press
  if (event.type === 'discard') return { ...model, card: null }
  if (event.type === 'submit' || event.type === 'submit_as_guardian') {
    const guardian = model.guardian || (event.type === 'submit_as_guardian' && isAboutChild(card))
    if (card.at !== REVIEW || (isAboutChild(card) && !guardian)) return model
    return { card: null, submitted: [...model.submitted, card], guardian }
  }
  if (event.type === 'sort') {
    // which aspects the words suggest is not for this model to say
    const sorted = { ...card, topic: event.topic, at: REVIEW, ...PRESSED }
    return card.at === TOPIC ? { ...model, card: sorted } : model
  }
  const asked = event.type === 'not_guardian' ? { type: 'change' as const, question: 'about' } : event
  return { ...model, card: afterEvent(card, asked) }
}

const isAboutChild = ({ answers: { about } }: ModelCard) =>
  about?.kind === 'choice' && about.value === 'child'

function afterEvent(card: ModelCard, event: CardPress): ModelCard {
  if (!('question' in event)) return card
  if (event.type === 'change')
    return card.at === REVIEW ? { ...card, at: event.question, editing: true, ...PRESSED } : card
  if (event.type === 'keep_from_village')
    return card.at === REVIEW ? keep(card, 'visibility', { kind: 'choice', value: 'township' }) : card
  if (event.type === 'leave_out') return card.at === REVIEW ? withoutParts(card, event.value) : card
  if (event.question !== card.at) return card
  const questions = questionsOf(card)
  if (event.type === 'back') {
    if (card.at === REVIEW) return { ...card, at: questions.at(-1)?.id ?? '', ...PRESSED }
    if (card.asksAnew) return { ...card, ...PRESSED }
    return card.at === questions[0]?.id && !card.editing ? card : moved(card, -1)
  }
  const answer = card.answers[card.at]
  switch (event.type) {
    case 'choose':
      return moved(keep(card, card.at, { kind: 'choice', value: event.value }), 1)
    case 'tick':
    case 'untick': {
      const values = new Set(answer?.kind === 'several' ? answer.values : [])
      if (event.type === 'tick') values.add(event.value)
      else values.delete(event.value)
      return keep(card, card.at, { kind: 'several', values: [...values].sort() })
    }
    case 'ask_anew':
      return canAnswerAnew(card) ? { ...card, spoken: [], asksAnew: true } : card
    case 'anew': {
      if (!card.asksAnew) return card
      if (questionAt(card)?.kind !== 'words') return moved(keep(card, card.at, { kind: 'skipped' }), 1)
      const { [card.at]: _, ...answers } = card.answers
      return { ...card, ...PRESSED, answers }
    }
    case 'skip':
      if (!isEmpty(answer)) return moved(card, 1)
      return questionAt(card)?.optional ? moved(keep(card, card.at, { kind: 'skipped' }), 1) : card
    case 'next':
      return isEmpty(answer) ? card : moved(card, 1)
    case 'finish': {
      const satisfaction = questions.findIndex((question) => question.id === 'satisfaction')
      const known = ['about', 'aspects', 'satisfaction'].every((id) => !isEmpty(card.answers[id]))
      const isBehind = questions.findIndex((question) => question.id === card.at) > satisfaction
      return known && isBehind ? { ...card, at: REVIEW, editing: false, ...PRESSED } : card
    }
    default:
      return card
  }
}

function isEmpty(answer: ModelAnswer | undefined): boolean {
  if (!answer || answer.kind === 'skipped') return true
  if (answer.kind === 'words') return answer.texts.length === 0 && answer.parts.length === 0
  return answer.kind === 'several' && answer.values.length === 0
}

function canAnswerAnew(card: ModelCard): boolean {
  const question = questionAt(card)
  return question?.optional === true && question.kind !== 'several' && !isEmpty(card.answers[card.at])
}

function withoutParts(card: ModelCard, kind: string): ModelCard {
  const answers = Object.entries(card.answers).flatMap(([id, answer]): [string, ModelAnswer][] => {
    if (answer.kind !== 'words') return [[id, answer]]
    const left = { ...answer, parts: answer.parts.filter((part) => part !== kind) }
    return isEmpty(left) ? [] : [[id, left]]
  })
  return { ...card, ...PRESSED, answers: Object.fromEntries(answers) }
}

/** What a message makes of it. */
export function afterSaying(model: Model, said: Said): Model {
  const { card } = model
  const letters = [...(said.text ?? '').replace(/\s/g, '')].length
  if (!card || card.at === TOPIC) {
    // alone a place is no matter; behind words it says where
    if (said.part === 'location' && (!card || isFull(card, 'words', said))) return model
    if (!said.part && letters < 4) return model
    const fresh: ModelCard = card ?? {
      tag: null,
      topic: null,
      at: TOPIC,
      editing: false,
      answers: {},
      ...PRESSED,
    }
    return { ...model, card: spoken(fresh, 'words', said) }
  }
  const question = questionAt(card)
  if (question && question.kind !== 'words' && said.option !== undefined)
    return { ...model, card: typed(card, said) }
  const id = questionFor(card, said)
  if (id === null || isFull(card, id, said)) return model
  const answered = spoken(card, id, said)
  if (id !== card.at) return { ...model, card: answered }
  const waits = said.part === 'photo' || said.part === 'location'
  return { ...model, card: waits ? answered : { ...moved(answered, 1), spoken: answered.spoken } }
}

/** Where the walker said something before the screen of a button was shown: for the last answer before the open question. */
export function afterSayingEarly(model: Model, said: Said): Model {
  const { card } = model
  if (!card) return model
  const questions = questionsOf(card)
  const open = questions.findIndex(({ id }) => id === card.at)
  const before = (open < 0 ? questions : questions.slice(0, open)).filter(
    ({ id, kind }) => kind === 'words' && !isEmpty(card.answers[id]),
  )
  const id = before.at(-1)?.id
  return id === undefined ? afterSaying(model, said) : { ...model, card: spoken(card, id, said) }
}

/** More of what was said since the last button; else for the open question, or from the review for the words. */
function questionFor(card: ModelCard, { text, part }: Said): string | null {
  const takes = (id: string) => {
    const question = questionsOf(card).find((each) => each.id === id)
    return question?.kind === 'words' && (part === null || question.takes.includes(part))
  }
  const more = card.spoken.filter(takes).at(-1)
  if (more) return more
  if (takes(card.at)) return card.at
  const isSomething = part !== null || [...(text ?? '').replace(/\s/g, '')].length >= 4
  return card.at === REVIEW && isSomething ? 'words' : null
}

function isFull(card: ModelCard, id: string, { text, part }: Said): boolean {
  const answers = Object.values(card.answers).flatMap((answer) => (answer.kind === 'words' ? [answer] : []))
  if (part && answers.flatMap(({ parts }) => parts).filter((each) => each === part).length >= MOST[part])
    return true
  const answer = card.answers[id]
  const texts = answer?.kind === 'words' ? answer.texts : []
  return text !== null && texts.reduce((sum, each) => sum + each.text.length, text.length) > MOST_LETTERS
}

/** The label of an option may be typed. */
function typed(card: ModelCard, { option }: Said): ModelCard {
  const question = questionAt(card)
  if (option === undefined || !question || question.kind === 'words') return card
  const type = question.kind === 'choice' ? ('choose' as const) : ('tick' as const)
  return afterEvent(card, { type, question: question.id, value: option })
}

function spoken(card: ModelCard, id: string, said: Said): ModelCard {
  const all = [...card.spoken.filter((each) => each !== id), id]
  return { ...keep(card, id, wordsWith(card.answers[id], said)), spoken: all }
}

function wordsWith(before: ModelAnswer | undefined, { id, text, part }: Said): ModelAnswer {
  const { texts, parts } = before?.kind === 'words' ? before : { texts: [], parts: [] }
  const tooMany = part !== null && parts.filter((each) => each === part).length >= MOST[part]
  return {
    kind: 'words',
    texts: text === null ? texts : [...texts, { id, text }],
    parts: part && !tooMany ? [...parts, part] : parts,
  }
}

/** What a changed message makes of it. */
export function afterEdit(model: Model, id: number, text: string): Model {
  if (!model.card) return model
  const answers = Object.entries(model.card.answers).map(([question, answer]) => [
    question,
    answer.kind === 'words'
      ? { ...answer, texts: answer.texts.map((each) => (each.id === id ? { id, text } : each)) }
      : answer,
  ])
  return { ...model, card: { ...model.card, answers: Object.fromEntries(answers) } }
}
