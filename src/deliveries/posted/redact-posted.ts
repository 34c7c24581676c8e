import type { Db } from '../../db/database.ts'
import type { Texts } from '../../i18n/texts.ts'
import { goneKeys } from '../../messages/quote-marks.ts'
import { readPosted, writePosted } from './posted-content.ts'
import { takeOutQuotes } from './take-out-quotes.ts'

/**
 * Takes what was posted of these submissions out of what is kept of the messages: `all`, or only the `names`. Run it in the
 * transaction that erases, behind the change of the submissions (see keep-posted.ts). Returns the messages that a job must
 * now edit or delete in their chats.
 */
export async function redactPosted(
  { tx, texts }: { tx: Db; texts: Texts },
  { submissionIds, what }: { submissionIds: readonly string[]; what: 'all' | 'names' },
): Promise<string[]> {
  if (submissionIds.length === 0) return []
  const theirs = new Set(submissionIds)
  const rows = await tx.postedMessage.findMany({
    where: { submissionIds: { hasSome: [...submissionIds] } },
    orderBy: [{ postedAt: 'asc' }, { id: 'asc' }],
  })
  const changed: ({ id: string } & ReturnType<typeof writePosted>)[] = []
  for (const row of rows) {
    const content = readPosted(row)
    const redacted = takeOutQuotes(
      content,
      (mark) => theirs.has(mark.submissionId) && (what === 'all' || mark.kind === 'name'),
      ({ kind }) => texts.t(row.locale, what === 'all' ? goneKeys[kind] : 'posted-name-gone'),
    )
    if (redacted === content) continue
    changed.push({ id: row.id, ...writePosted(redacted) })
  }
  // in one statement: somebody who said much may be in hundreds of messages
  await tx.$executeRaw`
    UPDATE posted_message p SET text = r.text, entities = r.entities, marks = r.marks, edit_owed = true,
      submission_ids = ARRAY(SELECT jsonb_array_elements_text(r."submissionIds")::uuid)
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb)
      AS r (id uuid, text text, entities jsonb, marks jsonb, "submissionIds" jsonb)
    WHERE p.id = r.id`
  return changed.map(({ id }) => id)
}
