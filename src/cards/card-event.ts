import type { Part } from './draft-state.ts'

/**
 * What can happen to a half-filled card. Each event names the question that it was meant for, so that a press on an old
 * button, or the second of two presses at once, is known as such.
 */
export type CardEvent =
  /** exactly this option */
  | { type: 'choose'; question: string; value: string }
  /** tick or untick; says the state that is wanted, so that it may come twice */
  | { type: 'tick' | 'untick'; question: string; value: string }
  /** done with ticking, or with sending photos */
  | { type: 'next'; question: string }
  | { type: 'skip'; question: string }
  | { type: 'back'; question: string }
  /** "that's all": the rest keeps its defaults */
  | { type: 'finish'; question: string }
  /** the answer to this question shall go: asks first */
  | { type: 'ask_anew'; question: string }
  /** it goes: words are said anew, a choice is left out */
  | { type: 'anew'; question: string }
  /** what was taken as more of the answer before is the answer to this question */
  | { type: 'move'; question: string }
  /** from the review: not to the village, straight to the township */
  | { type: 'keep_from_village'; question: string }
  /** from the review: without these */
  | { type: 'leave_out'; question: string; value: string }
  /** from the review: change this line */
  | { type: 'change'; question: string }
  /** `date` is the message's, in Unix seconds; without it nothing is known to be a piece of a longer text */
  | {
      type: 'say'
      question: string
      messageId: number
      date?: number
      text: string | null
      part: Part | null
    }
  /** the words sent in this message were edited afterwards */
  | { type: 'correct'; messageId: number; text: string }

export type CardRefusal =
  /** meant for a question that is no longer open */
  | 'stale'
  /** nothing is ticked yet */
  | 'pick_one'
  /** this question does not take that (a photo, a voice message …) */
  | 'not_taken'
  | 'too_many_photos'
  | 'too_many_voices'
  | 'too_many_places'
  /** all words of a card together, see MOST_IN_CARD */
  | 'too_long'
  /** going back from the first question */
  | 'at_start'
