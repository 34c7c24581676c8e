import type { Db } from '../db/database.ts'
import type { SendJob } from '../db/job.ts'
import { ANSWERED } from './statuses.ts'

/** An answer often says "from next week": a verdict is worth more some days later. */
export const ASKED_AGAIN_DAYS = 3
/** Whoever does not say it by then may still do so, and is left alone. */
export const MOST_ASKS = 3

/**
 * The resident does not know yet whether the answer fixed it: they are asked again in some days, at most MOST_ASKS times an
 * answer. `asks`: how often they had said so when the question was shown; pressed again it is refused, as where there is no
 * answer any more that waits for a verdict. In the caller's transaction.
 */
export async function askLater(
  { tx, sendJob }: { tx: Db; sendJob: SendJob },
  { personId, caseId, asks }: { personId: string; caseId: string; asks: number },
): Promise<boolean> {
  if (asks >= MOST_ASKS) return false
  const { count } = await tx.case.updateMany({
    where: {
      id: caseId,
      submission: { personId },
      status: { in: ANSWERED },
      verdict: null,
      verdictAsks: asks,
    },
    data: { verdictAsks: asks + 1 },
  })
  if (count === 0) return false
  const { answeredAt } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { answeredAt: true },
  })
  const data = { caseId, asks: asks + 1, answeredAt: answeredAt?.toISOString() ?? '' }
  await sendJob(tx, { name: 'ask-verdict', data }, { afterSeconds: ASKED_AGAIN_DAYS * 24 * 3600 })
  return true
}
