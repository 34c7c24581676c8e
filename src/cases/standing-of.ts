import type { CaseStatus, CaseVerdict } from '../../prisma/client/client.ts'
import { isAnswered, isOpen } from './statuses.ts'

/** How it stands, in the resident's terms: an answered case with a verdict is closed, one that is not fixed is open again. */
export function standingOf(found: { status: CaseStatus; verdict: CaseVerdict | null } | null): string {
  const { status = 'submitted', verdict = null } = found ?? {}
  if (isAnswered(status) && verdict !== null) return 'closed'
  return isOpen(status) && verdict === 'not_fixed' ? 'reopened' : status
}
