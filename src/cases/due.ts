import type { CaseStatus } from '../../prisma/client/client.ts'
import { deadlines } from './deadlines.ts'
import { type CaseStage, stageOf } from './statuses.ts'

const DAY_MS = 86_400_000

/** How many days after it was opened a case of each stage should have gone on; null: nothing is waited for. */
const waits: Record<CaseStage, number | null> = {
  waiting: deadlines.acceptWithinDays,
  in_hand: deadlines.answerWithinDays,
  answered: null,
  taken_back: null,
  erased: null,
}

export interface Due {
  /** until when it should be answered */
  answerBy: Date
  /** whole and begun days since it should have gone on; 0: it is in time */
  daysOver: number
}

/** By when an open case should be answered, and for how long it is late where it stands; null: it is not open. Pure. */
export function dueOf(found: { status: CaseStatus; createdAt: Date }, now: Date): Due | null {
  const days = waits[stageOf[found.status]]
  if (days === null) return null
  const over = (now.getTime() - found.createdAt.getTime()) / DAY_MS - days
  return {
    answerBy: new Date(found.createdAt.getTime() + deadlines.answerWithinDays * DAY_MS),
    daysOver: over >= 0 ? Math.floor(over) + 1 : 0,
  }
}
