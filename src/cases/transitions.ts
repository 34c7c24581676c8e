import type { CaseStatus, CaseVerdict, Contentment } from '../../prisma/client/client.ts'

/** What somebody does to a case that is there. A new kind needs a row in the table below and its effects in effects.ts. */
export type CaseAction =
  /** the committee takes it (受理) */
  | { kind: 'accept' }
  /**
   * The committee answers it (答复); a later answer replaces the earlier one and waits for a new verdict. `knows`: the newest
   * answer's line of the ledger when this one was begun, null: there was none. Not there: whatever there is, it is replaced
   */
  | { kind: 'answer'; text: string; knows?: bigint | null }
  /** photos that come behind the words of that answer */
  | { kind: 'add_photos'; knows: bigint }
  /** the resident takes it back */
  | { kind: 'withdraw' }
  /** all that was kept of the resident goes, and their words with it */
  | { kind: 'erase' }
  | { kind: 'verdict'; verdict: CaseVerdict }
  | { kind: 'contentment'; contentment: Contentment }
  /** the resident adds words */
  | { kind: 'add' }

/** Why something cannot be done with a case as it stands. */
export type StateRefusal =
  | 'already_accepted'
  | 'already_answered'
  /** somebody else answered it while this answer was being written */
  | 'answered_meanwhile'
  | 'not_answered'
  | 'no_verdict'
  | 'withdrawn'
  | 'erased'

/** A line of the ledger (case_event.kind). */
export type CaseEventKind =
  | 'submitted'
  | 'accepted'
  | 'answered'
  | 'photos_added'
  | 'withdrawn'
  | 'erased'
  | `verdict_${CaseVerdict}`
  | `contentment_${Contentment}`
  | 'added'

/** How a case stands before something is done to it. */
export interface CaseState {
  status: CaseStatus
  verdict: CaseVerdict | null
  contentment: Contentment | null
  /** its resident had everything erased, whatever its status, which may stay for the counts */
  isErased: boolean
  /** the newest answer's line of the ledger */
  answerEventId: bigint | null
}

export type Transition =
  | { ok: true; to: CaseStatus; event: CaseEventKind }
  /** it is so already: nothing to do, and no line in the ledger */
  | { ok: true; to: CaseStatus; event: null }
  | { ok: false; code: StateRefusal }

type Step = { to: CaseStatus } | { refused: StateRefusal } | 'unchanged'
type Row = Record<CaseStatus, Step>
type RowName = Exclude<CaseAction['kind'], 'verdict'> | `verdict_${CaseVerdict}`

const to = (status: CaseStatus): Step => ({ to: status })
const no = (refused: StateRefusal): Step => ({ refused })
const gone = { withdrawn: no('withdrawn'), erased: no('erased') }

const judged: Row = {
  submitted: no('not_answered'),
  accepted: no('not_answered'),
  answered: to('answered'),
  ...gone,
}

/** What becomes of a case of each status, by what is done to it. */
export const transitions: Record<RowName, Row> = {
  accept: {
    submitted: to('accepted'),
    accepted: no('already_accepted'),
    answered: no('already_answered'),
    ...gone,
  },
  answer: { submitted: to('answered'), accepted: to('answered'), answered: to('answered'), ...gone },
  add_photos: {
    submitted: no('not_answered'),
    accepted: no('not_answered'),
    answered: to('answered'),
    ...gone,
  },
  withdraw: {
    submitted: to('withdrawn'),
    accepted: to('withdrawn'),
    answered: no('already_answered'),
    withdrawn: 'unchanged',
    erased: no('erased'),
  },
  // what was answered or taken back stays so in the counts
  erase: {
    submitted: to('erased'),
    accepted: to('erased'),
    answered: to('answered'),
    withdrawn: to('withdrawn'),
    erased: 'unchanged',
  },
  verdict_fixed: judged,
  verdict_half_fixed: judged,
  verdict_cannot_tell: judged,
  // only the resident's word closes a case: "not fixed" opens it again
  verdict_not_fixed: { ...judged, answered: to('accepted') },
  contentment: {
    submitted: no('no_verdict'),
    accepted: to('accepted'),
    answered: to('answered'),
    ...gone,
  },
  add: { submitted: to('submitted'), accepted: to('accepted'), answered: to('answered'), ...gone },
}

/** What becomes of a case when this is done to it. Pure. */
export function transition(state: CaseState, action: CaseAction): Transition {
  const status = state.isErased ? 'erased' : state.status
  const row = action.kind === 'verdict' ? (`verdict_${action.verdict}` as const) : action.kind
  const step = transitions[row][status]
  if (step === 'unchanged') return { ok: true, to: state.status, event: null }
  if ('refused' in step) return { ok: false, code: step.refused }
  if ('knows' in action && action.knows !== undefined && action.knows !== state.answerEventId)
    return { ok: false, code: 'answered_meanwhile' }
  if (action.kind === 'contentment' && state.verdict === null) return { ok: false, code: 'no_verdict' }
  return { ok: true, to: step.to, event: isSaidAlready(state, action) ? null : eventOf(action) }
}

/** The same word again is no news. */
function isSaidAlready(state: CaseState, action: CaseAction): boolean {
  if (action.kind === 'verdict') return state.verdict === action.verdict
  return action.kind === 'contentment' && state.contentment === action.contentment
}

function eventOf(action: CaseAction): CaseEventKind {
  switch (action.kind) {
    case 'accept':
      return 'accepted'
    case 'answer':
      return 'answered'
    case 'add_photos':
      return 'photos_added'
    case 'withdraw':
      return 'withdrawn'
    case 'erase':
      return 'erased'
    case 'verdict':
      return `verdict_${action.verdict}`
    case 'contentment':
      return `contentment_${action.contentment}`
    case 'add':
      return 'added'
  }
}
