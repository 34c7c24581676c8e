import type { Db } from '../db/database.ts'

/** The case of a submission of this person's own; null for anybody else's, and for one that was erased. */
export async function findOwnCase(db: Db, personId: string, caseId: string) {
  const found = await db.case.findUnique({
    where: { id: caseId },
    select: {
      id: true,
      status: true,
      answer: true,
      verdict: true,
      submission: {
        select: {
          id: true,
          personId: true,
          signedName: true,
          visibility: true,
          filedFor: { select: { relationship: true, name: true, consent: true } },
        },
      },
    },
  })
  return found && found.submission.personId === personId && found.status !== 'erased' ? found : null
}

export type OwnCase = NonNullable<Awaited<ReturnType<typeof findOwnCase>>>
