import { type CaseStatus, Prisma } from '../../prisma/client/client.ts'

/**
 * How far a case has come, as everything but the ledger itself needs to know it: nobody has taken it yet, somebody works on
 * it, an answer stands, the resident took it back, or they had it erased.
 */
export type CaseStage = 'waiting' | 'in_hand' | 'answered' | 'taken_back' | 'erased'

/** The stage of every status. A new status is put in its place here, and in transitions.ts; the compiler finds the rest. */
export const stageOf: Record<CaseStatus, CaseStage> = {
  submitted: 'waiting',
  accepted: 'in_hand',
  answered: 'answered',
  withdrawn: 'taken_back',
  erased: 'erased',
}

/** In the order in which they are listed. */
export const caseStatuses = Object.keys(stageOf) as CaseStatus[]

/** Nobody has taken it yet. */
export const WAITING = inStages('waiting')
/** Somebody took it and has to answer. */
export const IN_HAND = inStages('in_hand')
/** Something is still to be done. */
export const OPEN = inStages('waiting', 'in_hand')
/** An answer stands. */
export const ANSWERED = inStages('answered')
/** Nobody is told of it or works on it any more. */
export const GONE = inStages('taken_back', 'erased')

export const isOpen = (status: CaseStatus): boolean => OPEN.includes(status)
export const isAnswered = (status: CaseStatus): boolean => ANSWERED.includes(status)
export const isGone = (status: CaseStatus): boolean => GONE.includes(status)

/** As the right side of `IN` or `NOT IN` in SQL. They are constants of ours, so that the database may plan with them. */
export function statusList(statuses: readonly CaseStatus[]): Prisma.Sql {
  return Prisma.raw(`(${statuses.map((status) => `'${status}'`).join(', ')})`)
}

function inStages(...stages: CaseStage[]): CaseStatus[] {
  return caseStatuses.filter((status) => stages.includes(stageOf[status]))
}
