import type { CaseStatus, CaseVerdict, Contentment, Visibility } from '../../prisma/client/client.ts'
import type { Db } from '../db/database.ts'
import { CONSENT_VERSION } from '../people/remember-person.ts'

/** What judging an action needs of a case, and nothing that was said. */
export interface HeldCase {
  submissionId: string
  /** null: erased */
  personId: string | null
  visibility: Visibility
  holderCode: string
  number: number
  status: CaseStatus
  answer: string | null
  acceptedAt: Date | null
  verdict: CaseVerdict | null
  contentment: Contentment | null
}

/** Whether a person agrees to what is kept, in a transaction: they cannot take it back, or be erased, before its end. */
export async function holdPerson(tx: Db, personId: string): Promise<boolean> {
  const [person] = await tx.$queryRaw<{ version: number | null }[]>`
    SELECT consent_version AS version FROM person WHERE id = ${personId}::uuid FOR SHARE`
  return person?.version === CONSENT_VERSION
}

/**
 * A case held until the end of the transaction, as it is once it is held. Everybody holds person, submission and case in
 * this order: erasure holds the submissions while it goes on to the cases.
 */
export async function holdCase(tx: Db, caseId: string): Promise<HeldCase | null> {
  const [submission] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text AS id FROM submission
    WHERE id = (SELECT submission_id FROM ledger_case WHERE id = ${caseId}::uuid) FOR SHARE`
  if (!submission) return null
  await tx.$queryRaw`SELECT id FROM ledger_case WHERE id = ${caseId}::uuid FOR UPDATE`
  return await readCase(tx, caseId)
}

/** The same without holding it: it may have changed when somebody acts on it. */
export async function readCase(db: Db, caseId: string): Promise<HeldCase | null> {
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: {
      submissionId: true,
      holderCode: true,
      number: true,
      status: true,
      answer: true,
      acceptedAt: true,
      verdict: true,
      contentment: true,
      submission: { select: { personId: true, visibility: true } },
    },
  })
  if (!found) return null
  const { submission, ...columns } = found
  return { ...columns, ...submission }
}

/** The line of the ledger of the answer that stands. Once the case is held nobody adds another. */
export async function newestAnswer(db: Db, caseId: string): Promise<bigint | null> {
  const newest = await db.caseEvent.findFirst({
    where: { caseId, kind: 'answered' },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return newest?.id ?? null
}
