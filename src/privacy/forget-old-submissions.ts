import type { Db } from '../db/database.ts'
import { dropDeliveries } from '../deliveries/outbox.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import { type ErasedSubmissions, eraseSubmissions } from './erase-submissions.ts'

/** `ids`: of all that was theirs, for the job queues to forget what they hold of these. */
export type ForgottenSubmissions = ErasedSubmissions & { ids: string[] }

/**
 * Takes the words and people out of the oldest submissions that were made before this instant, at most so many, in the
 * caller's transaction: as if each of these people had erased them (erase-submissions.ts). It counts from the submission; a
 * case that is still open is no exception. Who did what about it on the committee's side goes, too. May be repeated.
 */
export async function forgetOldSubmissions(
  deps: { tx: Db; clock: Clock; texts: Texts; timeZone: string },
  before: Date,
  most: number,
): Promise<ForgottenSubmissions> {
  const { tx, timeZone } = deps
  // a row whose receipt is its own id was emptied already
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM submission
    WHERE created_at < ${before}::timestamptz AND receipt <> id::text
    ORDER BY created_at, id LIMIT ${most}::int FOR UPDATE`
  const submissionIds = held.map(({ id }) => id)
  const ids = await idsOf(tx, submissionIds)
  const ofTheirCases = { case: { submissionId: { in: submissionIds } } }
  await tx.identityLook.deleteMany({ where: ofTheirCases })
  await tx.answerPrompt.deleteMany({ where: ofTheirCases })
  const erased = await eraseSubmissions(deps, submissionIds)
  await dropDeliveries(tx, { submissionIds })
  await tx.caseEvent.updateMany({ where: ofTheirCases, data: { actorTelegramId: null } })
  await tx.$executeRaw`
    UPDATE endorsement SET person_id = NULL, created_at = date_trunc('day', created_at, ${timeZone}::text)
    WHERE submission_id = ANY(${submissionIds}::uuid[])`
  return { ...erased, ids }
}

/** What jobs are about: cases, attachments and endorsements. */
async function idsOf(tx: Db, submissionIds: readonly string[]): Promise<string[]> {
  const ids = [...submissionIds]
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM ledger_case WHERE submission_id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text FROM attachment WHERE submission_id = ANY(${ids}::uuid[])
    UNION ALL SELECT id::text FROM endorsement WHERE submission_id = ANY(${ids}::uuid[])
    ORDER BY 1`
  return [...ids, ...rows.map((row) => row.id)]
}
