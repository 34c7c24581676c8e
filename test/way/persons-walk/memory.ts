/** One message that somebody sent, and what it is to be found by. */
export interface Said {
  messageId: number
  /** Telegram's, in Unix seconds */
  date: number
  text: string | null
  /** a file's id, or a latitude */
  part: { kind: 'voice' | 'photo' | 'location'; key: string } | null
  /** what the newest screen of the card asked when it was said */
  askedAt: string
}

export type WordsQuestion = 'words' | 'wish'

/** A card as its person remembers it: what they said and chose, and where. */
export interface CardMemory {
  /** the beginning of its id, which its buttons bear; null: they have not seen it yet */
  tag: string | null
  topic: string | null
  filedFor: { name: string | null } | null
  /** `waiting`: for the consent of whom it is filed for */
  fate: 'open' | 'waiting' | 'submitted' | 'gone'
  /** what its newest screen asks */
  at: string
  said: Record<WordsQuestion, Said[]>
  chosen: Record<string, string | string[]>
  /** something was answered, if only by leaving it out */
  touched: boolean
  /** the screen asks whether the answer shall go */
  asksAnew: boolean
  /** questions whose words were said since the last button that did something, the last of them last */
  spoken: WordsQuestion[]
  /** a button that changed nothing of the card, or a command, came behind the last words */
  wandered: boolean
  /** its topic was chosen for words that were there: which aspects they suggest is for the screen to say */
  sorted: boolean
  /** when it was submitted, as the witness counts */
  submittedAt: number | null
  /** since when it waits for consent, in milliseconds of Telegram's clock */
  waitsSince: number
  /** by consent in their own chat it became somebody else's */
  owner: number
  /** whom it was filed for, once they opened its code */
  shownTo: number[]
}

/** Where something that was said must be found. */
export type Place =
  | { kind: 'card'; card: CardMemory; question: WordsQuestion }
  | { kind: 'case'; caseId: string }
  /** it begins a card of its own */
  | { kind: 'new' }
  /** nowhere: and the screens did not say otherwise */
  | { kind: 'nowhere'; caseId?: string }

export function newCard(owner: number, given: Partial<CardMemory> = {}): CardMemory {
  return {
    tag: null,
    topic: null,
    filedFor: null,
    fate: 'open',
    at: 'about',
    said: { words: [], wish: [] },
    chosen: {},
    touched: false,
    asksAnew: false,
    spoken: [],
    wandered: false,
    sorted: false,
    submittedAt: null,
    waitsSince: 0,
    owner,
    shownTo: [],
    ...given,
  }
}

const JOINS_SECONDS = 60
const LONG = 2048
const FULL = 4095
const PIECE_SECONDS = 5
const MOST = { photo: 5, voice: 10, location: 3 }
const MOST_LETTERS = 20_000
const TAKES = { words: ['voice', 'photo', 'location'], wish: ['voice'] }

/** More than a slip or a greeting. */
export function isSomething({ text, part }: Pick<Said, 'text' | 'part'>): boolean {
  return part !== null || [...(text ?? '').replace(/\s/g, '')].length >= 4
}

/**
 * Where a message belongs that is said while a card is half-filled, by what its person sees: more of the answer before, where
 * it comes within a minute and no button in between; else the question on the screen; from the review the words. Several
 * places where people may differ; the first is what the rules say.
 */
export function placesIn(card: CardMemory, said: Said): Place[] {
  const belongs = (question: WordsQuestion): Place => ({ kind: 'card', card, question })
  const takes = (question: WordsQuestion) => !said.part || TAKES[question].includes(said.part.kind)
  const takers = card.spoken.filter(takes)
  const before = lastOf(card, takers)
  const asked = ASKS_WORDS(card.at) && takes(card.at) ? card.at : null
  const places: Place[] = []
  if (before && isMore(before.said, said)) {
    places.push(belongs(before.question))
    if (card.wandered && asked && asked !== before.question) places.push(belongs(asked))
  } else if (asked) places.push(belongs(asked))
  else if (said.part && takers.length > 0) places.push(...takers.slice(-1).map(belongs))
  else if ((card.at === 'review' || card.at === 'topic') && isSomething(said)) places.push(belongs('words'))
  const [first] = places
  if (first?.kind === 'card' && isFull(card, first.question, said)) return [{ kind: 'nowhere' }]
  return first ? places : [{ kind: 'nowhere' }]
}

const ASKS_WORDS = (at: string): at is WordsQuestion => at === 'words' || at === 'wish'

function lastOf(
  card: CardMemory,
  questions: WordsQuestion[],
): { said: Said; question: WordsQuestion } | null {
  const all = questions.flatMap((question) => card.said[question].map((said) => ({ said, question })))
  return all.sort((a, b) => a.said.messageId - b.said.messageId).at(-1) ?? null
}

/** Within a minute of what was said before; the rest of a long text comes sooner. */
function isMore(before: Said, said: Said): boolean {
  return said.date - before.date <= JOINS_SECONDS
}

/** What is too much is refused, and the screen says so. */
function isFull(card: CardMemory, question: WordsQuestion, { text, part }: Said): boolean {
  const all = [...card.said.words, ...card.said.wish]
  if (part && all.filter((each) => each.part?.kind === part.kind).length >= MOST[part.kind]) return true
  const letters = card.said[question].reduce((sum, each) => sum + (each.text?.length ?? 0), 0)
  return text !== null && letters + text.length > MOST_LETTERS
}

/** It was kept there. */
export function keepSaid(card: CardMemory, question: WordsQuestion, said: Said): void {
  card.said[question].push(said)
  card.spoken = [...card.spoken.filter((each) => each !== question), question]
  card.wandered = false
  card.touched = true
  card.asksAnew = false
}

/** Messages with those that are the rest of a text that was too long for one. */
export function wholeTexts(all: readonly Said[]): Said[][] {
  const whole: Said[][] = []
  for (const said of all) {
    const before = whole.at(-1)?.at(-1)
    const isRest =
      before && !said.part && (before.text?.length ?? 0) > LONG && said.date - before.date <= PIECE_SECONDS
    if (isRest) whole.at(-1)?.push(said)
    else whole.push([said])
  }
  return whole
}

/** The words of an answer as they must be kept; null: none. */
export function textOf(said: readonly Said[]): string | null {
  const pieces = said.flatMap(({ text, date }) => (text === null ? [] : [{ text, date }]))
  if (pieces.length === 0) return null
  return pieces.reduce((whole, piece, i) => {
    const before = pieces[i - 1]
    if (!before) return piece.text
    const isCut = before.text.length >= FULL && piece.date - before.date <= PIECE_SECONDS
    return `${whole}${isCut ? '' : '\n'}${piece.text}`
  }, '')
}
