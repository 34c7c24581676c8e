import { holderOf, openingCase } from '../../src/cases/open-case.ts'
import type { Db } from '../../src/db/database.ts'
import { statementsOf } from '../../src/db/statements.ts'
import { systemRandom as random } from '../../src/lib/system-random.ts'

/** Enters a submission that is in the database into the ledger; the case's id. */
export async function openCase(
  db: Db,
  input: { submissionId: string; villageCode: string; visibility: 'committee' | 'township'; at: Date },
): Promise<string> {
  const text = `WITH submitted AS (SELECT $1::uuid AS id), ${openingCase({ id: '$2', holder: '$3', at: '$4' })}
    SELECT id::text FROM opened`
  const values = [input.submissionId, random.uuid(), holderOf(input), input.at]
  const [opened] = await statementsOf(db).run<{ id: string }>({ text }, values)
  if (!opened) throw new Error('no case')
  return opened.id
}
