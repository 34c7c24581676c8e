import type { ChoiceQuestion, Option, Question, SeveralQuestion, WordsQuestion } from './card-definition.ts'

export const aboutQuestion: ChoiceQuestion = {
  id: 'about',
  kind: 'choice',
  labels: 'about',
  columns: 2,
  optional: false,
  options: [
    { id: 'me', icon: '🙋' },
    { id: 'child', icon: '👧' },
    { id: 'elder', icon: '👵' },
    { id: 'neighbour', icon: '🏠' },
    { id: 'village', icon: '🏘' },
  ],
}

/** Every topic also has "something else". */
function aspectsQuestion(topic: string, options: Option[]): SeveralQuestion {
  return {
    id: 'aspects',
    kind: 'several',
    labels: `aspect-${topic}`,
    columns: 2,
    optional: false,
    options: [...options, { id: 'something_else', icon: '💬' }],
  }
}

/** The option's id is the value that is stored: 5 very satisfied .. 1 very dissatisfied. */
export const satisfactionQuestion: ChoiceQuestion = {
  id: 'satisfaction',
  kind: 'choice',
  labels: 'satisfaction',
  columns: 1,
  optional: false,
  options: [
    { id: '5', icon: '😀' },
    { id: '4', icon: '🙂' },
    { id: '3', icon: '😐' },
    { id: '2', icon: '🙁' },
    { id: '1', icon: '😣' },
  ],
}

export const wordsQuestion: WordsQuestion = {
  id: 'words',
  kind: 'words',
  takes: ['voice', 'photo', 'location'],
  optional: true,
}

const wishQuestion: WordsQuestion = { id: 'wish', kind: 'words', takes: ['voice'], optional: true }

/** "That's all" may come before it; then it is not said. */
const urgencyQuestion: ChoiceQuestion = {
  id: 'urgency',
  kind: 'choice',
  labels: 'urgency',
  columns: 1,
  optional: false,
  options: [
    { id: 'can_wait', icon: '🌱' },
    { id: 'this_month', icon: '📅' },
    { id: 'now', icon: '🚨' },
  ],
}

const visibilityQuestion: ChoiceQuestion = {
  id: 'visibility',
  kind: 'choice',
  labels: 'visibility',
  columns: 1,
  optional: false,
  options: [
    { id: 'committee', icon: '🙈' },
    { id: 'committee_named', icon: '🙂' },
    { id: 'township', icon: '🏛' },
  ],
}

/** What every card asks, with the topic's own questions where they belong: after the satisfaction, before the words. */
export function askAbout(
  topic: string,
  { aspects, own }: { aspects: Option[]; own: Question[] },
): Question[] {
  return [
    aboutQuestion,
    aspectsQuestion(topic, aspects),
    satisfactionQuestion,
    ...own,
    wordsQuestion,
    wishQuestion,
    urgencyQuestion,
    visibilityQuestion,
  ]
}
