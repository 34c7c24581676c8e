import type { Texts } from '../i18n/texts.ts'
import type { CardDefinition, Option, Question } from './card-definition.ts'
import type { CardEvent } from './card-event.ts'
import { concernsChild } from './concerns-child.ts'
import { type Answer, type DraftState, REVIEW, TOPIC } from './draft-state.ts'
import { recognisedBy } from './recognised-by.ts'
import { shownAnswer } from './shown-answer.ts'
import { canAnswerAnew, canFinish, canMove } from './step-card.ts'
import { suggestTopics } from './suggest-topics.ts'
import { cardOf } from './topics.ts'
import { wordsGot } from './words-got.ts'

export type CardPress =
  | Exclude<CardEvent, { type: 'say' | 'correct' }>
  | { type: 'submit' }
  /** the same, and "I am the child's guardian and agree" */
  | { type: 'submit_as_guardian' }
  /** whom it is about is to be changed */
  | { type: 'not_guardian' }
  | { type: 'discard' }
  | { type: 'choose_line' }
  | { type: 'show_review' }
  | { type: 'sort'; topic: string }

/** What asks for more than a step of the card. */
const ERRANDS = ['submit', 'submit_as_guardian', 'discard', 'choose_line', 'show_review', 'sort'] as const

export type StepPress = Exclude<CardPress, { type: (typeof ERRANDS)[number] }>

/** Whether a press only steps the card. */
export function isStep(press: CardPress): press is StepPress {
  return !(ERRANDS as readonly string[]).includes(press.type)
}

/** One screen of a card, in words and buttons that mean events; the bot turns the events into callback data. */
export interface CardScreen {
  title: string
  body: string
  buttons: { label: string; press: CardPress }[][]
}

interface Reader {
  texts: Texts
  locale: string
}

/**
 * The screen of the question that is open. Pure. `village` is how the card's village is shown; `guardian`: whether the
 * person has agreed as a guardian already, who is asked once, on the review of a card about a child.
 */
export function cardScreen(
  reader: Reader,
  card: CardDefinition,
  state: DraftState,
  village: string,
  { guardian }: { guardian: boolean } = { guardian: true },
): CardScreen {
  if (state.at === TOPIC) return topicScreen(reader, state, village)
  const question = card.questions.find((each) => each.id === state.at)
  if (question) return questionScreen(reader, card, state, question)
  const review = reviewScreen(reader, card, state, village)
  return guardian || !concernsChild(state) ? review : askGuardian(reader, review)
}

/** Somebody just said something: which topic is it about? The likeliest first, all of them there. */
function topicScreen({ texts, locale }: Reader, state: DraftState, village: string): CardScreen {
  const words = state.answers.words
  const said = words?.kind === 'words' ? words : null
  const topics = suggestTopics(texts, locale, said?.text ?? '').map(
    ({ topic }): CardScreen['buttons'][number] => [
      {
        label: `${cardOf(topic)?.icon ?? ''} ${texts.t(locale, `topic-${topic}`)}`,
        press: { type: 'sort', topic },
      },
    ],
  )
  return {
    title: texts.t(locale, 'quick-title'),
    body: [village, said ? wordsGot({ texts, locale }, said) : '', texts.t(locale, 'quick-question')].join(
      '\n\n',
    ),
    buttons: [...topics, [{ label: texts.t(locale, 'card-discard'), press: { type: 'discard' } }]],
  }
}

function questionScreen(
  { texts, locale }: Reader,
  card: CardDefinition,
  state: DraftState,
  question: Question,
): CardScreen {
  const t = (key: string, args?: Record<string, string | number>) => texts.t(locale, key, args)
  const answer = state.answers[question.id]
  const title = `${card.icon} ${t(`topic-${card.topic}`)} · ${card.questions.indexOf(question) + 1}/${card.questions.length}`
  if (state.asksAnew) return { ...anewScreen({ texts, locale }, state, question), title }
  const isAnswered = answer !== undefined && answer.kind !== 'skipped'
  const buttons: CardScreen['buttons'] = []

  if (question.kind === 'choice') {
    const chosen = answer?.kind === 'choice' ? answer.value : null
    buttons.push(
      ...inColumns(question.columns, question.options, (option) => ({
        label: `${option.id === chosen ? '✅' : option.icon} ${t(`${question.labels}-${option.id}`)}`,
        press: { type: 'choose', question: question.id, value: option.id },
      })),
    )
  }
  if (question.kind === 'several') {
    const chosen = answer?.kind === 'several' ? answer.values : []
    buttons.push(
      ...inColumns(question.columns, question.options, (option) => {
        const ticked = chosen.includes(option.id)
        return {
          label: `${ticked ? '✅' : '⬜'} ${option.icon} ${t(`${question.labels}-${option.id}`)}`,
          press: { type: ticked ? 'untick' : 'tick', question: question.id, value: option.id },
        }
      }),
    )
  }
  if (canMove(card, state))
    buttons.push([{ label: t('card-move'), press: { type: 'move', question: question.id } }])
  const canGoOn = question.kind === 'several' ? hasTicks(answer) : isAnswered
  if (canGoOn && (question.kind !== 'choice' || question.optional))
    buttons.push([{ label: t('card-next'), press: { type: 'next', question: question.id } }])
  if (canAnswerAnew(state, question))
    buttons.push([
      { label: t(`card-anew-${question.kind}`), press: { type: 'ask_anew', question: question.id } },
    ])

  const nav: CardScreen['buttons'][number] = [
    { label: t('card-back'), press: { type: 'back', question: question.id } },
  ]
  if (question.optional && !canGoOn)
    nav.push({ label: t('card-skip'), press: { type: 'skip', question: question.id } })
  buttons.push(nav)
  if (!state.editing && canFinish(card, state))
    buttons.push([{ label: t('card-finish'), press: { type: 'finish', question: question.id } }])

  const lines = [t(`question-${question.id}`)]
  if (question.kind === 'words' && answer?.kind === 'words')
    lines.push(wordsGot({ texts, locale }, answer), t('card-words-more'))
  if (showsEmergency(card, state, question)) lines.unshift(t('card-emergency'))
  return { title, body: lines.join('\n\n'), buttons }
}

function hasTicks(answer: Answer | undefined): boolean {
  return answer?.kind === 'several' && answer.values.length > 0
}

/** What was answered goes only where the person says so twice. */
function anewScreen(
  { texts, locale }: Reader,
  state: DraftState,
  question: Question,
): Omit<CardScreen, 'title'> {
  const answer = state.answers[question.id]
  const got = answer?.kind === 'words' ? [wordsGot({ texts, locale }, answer)] : []
  return {
    body: [texts.t(locale, `card-anew-sure-${question.kind}`), ...got].join('\n\n'),
    buttons: [
      [{ label: texts.t(locale, 'card-anew-no'), press: { type: 'back', question: question.id } }],
      [{ label: texts.t(locale, 'card-anew-yes'), press: { type: 'anew', question: question.id } }],
    ],
  }
}

/** "Now" in matters of health: the numbers stand on the very next screen. */
function showsEmergency(card: CardDefinition, state: DraftState, question: Question): boolean {
  const urgency = state.answers.urgency
  return (
    card.concernsHealth &&
    question.id === 'visibility' &&
    urgency?.kind === 'choice' &&
    urgency.value === 'now'
  )
}

function reviewScreen(reader: Reader, card: CardDefinition, state: DraftState, village: string): CardScreen {
  const { texts, locale } = reader
  const lines = card.questions.flatMap((question) => {
    const answer = shownAnswer(reader, card, state, question)
    return answer ? [`${texts.t(locale, `line-${question.id}`)}${answer}`] : []
  })
  const known = recognisedBy(state)
  if (known.length > 0) lines.push('', ...known.map((kind) => texts.t(locale, `card-known-by-${kind}`)))
  return {
    title: texts.t(locale, 'card-review-title', {
      topic: `${card.icon} ${texts.t(locale, `topic-${card.topic}`)}`,
    }),
    body: [village, ...lines].join('\n'),
    buttons: [
      [{ label: texts.t(locale, 'card-submit'), press: { type: 'submit' } }],
      ...stayUnknown({ texts, locale }, known),
      [
        { label: texts.t(locale, 'card-back'), press: { type: 'back', question: REVIEW } },
        { label: texts.t(locale, 'card-change'), press: { type: 'choose_line' } },
      ],
      [{ label: texts.t(locale, 'card-discard'), press: { type: 'discard' } }],
    ],
  }
}

/** A voice or a place says who it is: the village need not get it. */
function stayUnknown(
  { texts, locale }: Reader,
  known: readonly ('voice' | 'location')[],
): CardScreen['buttons'] {
  if (known.length === 0) return []
  return [
    [
      {
        label: texts.t(locale, 'card-keep-from-village'),
        press: { type: 'keep_from_village', question: REVIEW },
      },
    ],
    known.map((kind) => ({
      label: texts.t(locale, `card-leave-out-${kind}`),
      press: { type: 'leave_out', question: REVIEW, value: kind },
    })),
  ]
}

/** At no further press: who submits says with it that they are the guardian; who is not goes elsewhere. */
function askGuardian({ texts, locale }: Reader, review: CardScreen): CardScreen {
  const [, ...others] = review.buttons
  return {
    ...review,
    body: `${review.body}\n\n${texts.t(locale, 'guardian-question')}`,
    buttons: [
      [{ label: texts.t(locale, 'guardian-submit'), press: { type: 'submit_as_guardian' } }],
      [{ label: texts.t(locale, 'guardian-not'), press: { type: 'not_guardian' } }],
      ...others,
    ],
  }
}

/** The review with one button a line: which one shall be changed? */
export function changeScreen(
  reader: Reader,
  card: CardDefinition,
  state: DraftState,
  village: string,
): CardScreen {
  const { texts, locale } = reader
  const review = reviewScreen(reader, card, state, village)
  const lines = card.questions.map((question): CardScreen['buttons'][number][number] => ({
    label: texts.t(locale, `line-${question.id}`).replace(/[：:]\s*$/, ''),
    press: { type: 'change', question: question.id },
  }))
  return {
    ...review,
    title: texts.t(locale, 'card-change-title'),
    buttons: [
      ...inColumns(2, lines, (line) => line),
      [{ label: texts.t(locale, 'card-back'), press: { type: 'show_review' } }],
    ],
  }
}

function inColumns<T extends Option | CardScreen['buttons'][number][number]>(
  columns: number,
  items: readonly T[],
  button: (item: T) => CardScreen['buttons'][number][number],
): CardScreen['buttons'] {
  const rows: CardScreen['buttons'] = []
  for (let i = 0; i < items.length; i += columns) rows.push(items.slice(i, i + columns).map(button))
  return rows
}
