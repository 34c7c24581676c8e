/** One choice on a screen. Its text is `<labels of the question>-<id>` in the locales. */
export interface Option {
  id: string
  icon: string
}

interface QuestionBase {
  /** names the answer in the database and the text `question-<id>` in the locales */
  id: string
  /** may be left out with a "skip" button */
  optional: boolean
}

/** Exactly one option; a press answers and goes on. */
export interface ChoiceQuestion extends QuestionBase {
  kind: 'choice'
  options: Option[]
  /** how the texts of its options begin */
  labels: string
  /** buttons beside each other */
  columns: 1 | 2
}

/** One or more options; "next" goes on. */
export interface SeveralQuestion extends QuestionBase {
  kind: 'several'
  options: Option[]
  labels: string
  columns: 1 | 2
}

export type WordsPart = 'voice' | 'photo' | 'location'

/** In the person's own words: text, and what else it takes. */
export interface WordsQuestion extends QuestionBase {
  kind: 'words'
  takes: WordsPart[]
}

export type Question = ChoiceQuestion | SeveralQuestion | WordsQuestion

/**
 * A card is data: a question, an aspect or a whole topic is added here and in the locales, nowhere else. `version` goes
 * up with every change; submissions keep the version that they were filled in with.
 */
export interface CardDefinition {
  /** names the card in the database and the text `topic-<topic>` in the locales */
  topic: string
  icon: string
  version: number
  /** "now" shows the emergency numbers at once */
  concernsHealth: boolean
  questions: Question[]
}
