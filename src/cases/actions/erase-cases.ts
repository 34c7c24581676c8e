import type { Db } from '../../db/database.ts'
import type { Clock } from '../../lib/clock.ts'
import { caseStatuses } from '../statuses.ts'
import { transition } from '../transitions.ts'

/**
 * The cases of these submissions lose what was said: the answers often say again what was asked, and so do their lines in
 * the ledger. In the caller's transaction, which holds the submissions (see apply-transition.ts for the order) and takes
 * their words and their person out itself. The new lines tell the day and not the minute, by which a person's cases could
 * be laid beside each other. Gives the ids of those that were open and are closed now. May be repeated.
 */
export async function eraseCases(
  { tx, clock }: { tx: Db; clock: Clock },
  submissionIds: readonly string[],
): Promise<string[]> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM ledger_case WHERE submission_id = ANY(${[...submissionIds]}::uuid[])
    ORDER BY submission_id FOR UPDATE`
  const where = { id: { in: held.map(({ id }) => id) } }
  await tx.caseEvent.updateMany({ where: { caseId: where.id }, data: { text: null } })
  const rows = await tx.case.findMany({ where, select: { id: true, status: true } })
  const day = new Date(clock.now())
  day.setUTCHours(0, 0, 0, 0)
  const closed: string[] = []
  for (const from of caseStatuses) {
    const ids = rows.filter(({ status }) => status === from).map(({ id }) => id)
    const state = { status: from, verdict: null, contentment: null, isErased: false, answerEventId: null }
    const step = transition(state, { kind: 'erase' })
    if (!step.ok || step.event === null || ids.length === 0) continue
    const { to, event } = step
    await tx.case.updateMany({ where: { id: { in: ids } }, data: { status: to, answer: null } })
    await tx.caseEvent.createMany({
      data: ids.map((caseId) => ({ caseId, kind: event, fromStatus: from, toStatus: to, at: day })),
    })
    if (to !== from) closed.push(...ids)
  }
  return closed
}
