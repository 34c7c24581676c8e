import { eraseCases } from '../cases/actions/erase-cases.ts'
import type { Db } from '../db/database.ts'
import { redactPosted } from '../deliveries/posted/redact-posted.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'

/** How many rows went or lost what was said in them. */
export interface ErasedSubmissions {
  submissions: number
  attachments: number
  /** of voice messages and photos in the store: for a job to take away after the commit */
  storageKeys: string[]
  /** cases that were open and are now closed as erased */
  closedCases: number
  /** messages in other people's chats that said something of it: for jobs to edit or delete */
  postedIds: string[]
  /** digests that quoted them and of which nobody knows whether they were posted: nothing can be taken back there */
  unknownDigests: number
}

/**
 * Takes out of these submissions who said what, in the caller's transaction, which holds their rows: words, answers,
 * additions, attachments, names, what the committee answered, and where it was posted. Topic, aspects, satisfaction, village
 * and day stay as counts that belong to nobody. The receipt leads to nothing any more. May be repeated.
 */
export async function eraseSubmissions(
  { tx, clock, texts, timeZone }: { tx: Db; clock: Clock; texts: Texts; timeZone: string },
  submissionIds: readonly string[],
): Promise<ErasedSubmissions> {
  const closed = await eraseCases({ tx, clock }, submissionIds)
  const theirs = { submissionId: { in: [...submissionIds] } }
  // whom it was filed for, and by whom
  await tx.filedFor.updateMany({ where: theirs, data: { name: null, filerId: null } })
  // one that is being fetched at this moment may lie in the store, too
  const files = await tx.attachment.findMany({
    where: { ...theirs, kind: { not: 'location' } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  const attachments = await tx.attachment.deleteMany({ where: theirs })
  await tx.addition.deleteMany({ where: theirs })
  await tx.submission.updateMany({
    where: { id: { in: [...submissionIds] } },
    data: { personId: null, words: null, wish: null, signedName: null, answers: {} },
  })
  await forgetMinutes({ tx, timeZone }, submissionIds)
  const postedIds = await redactPosted({ tx, texts }, { submissionIds, what: 'all' })
  const unknownDigests = await tx.digest.count({
    where: {
      quotedIds: { hasSome: [...submissionIds] },
      messageId: null,
      state: { in: ['sending', 'unknown'] },
    },
  })
  return {
    submissions: submissionIds.length,
    attachments: attachments.count,
    storageKeys: files.map((each) => each.id),
    closedCases: closed.length,
    postedIds,
    unknownDigests,
  }
}

/**
 * Instead of the receipt stands the row's own id, which nobody can type. Of all times the local day stays, by which periods
 * are counted; `accepted_at` moves along with the beginning, so that whether it was in time stays as it was.
 */
async function forgetMinutes(
  { tx, timeZone }: { tx: Db; timeZone: string },
  submissionIds: readonly string[],
): Promise<void> {
  const ids = [...submissionIds]
  await tx.$executeRaw`
    UPDATE submission SET receipt = id::text, created_at = date_trunc('day', created_at, ${timeZone}::text)
    WHERE id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    UPDATE filed_for SET consented_at = date_trunc('day', consented_at, ${timeZone}::text)
    WHERE submission_id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    UPDATE ledger_case SET created_at = date_trunc('day', created_at, ${timeZone}::text),
      accepted_at = date_trunc('day', created_at, ${timeZone}::text) + (accepted_at - created_at),
      answered_at = date_trunc('day', answered_at, ${timeZone}::text),
      verdict_at = date_trunc('day', verdict_at, ${timeZone}::text)
    WHERE submission_id = ANY(${ids}::uuid[])`
  await tx.$executeRaw`
    UPDATE case_event e SET at = date_trunc('day', e.at, ${timeZone}::text)
    FROM ledger_case c WHERE c.id = e.case_id AND c.submission_id = ANY(${ids}::uuid[])`
}
