import type { Db } from '../db/database.ts'
import { type Piece, type SaidPiece, withPiece } from '../lib/pieces.ts'
import { MOST_ADDED_LETTERS } from './add-words.ts'

/**
 * One more piece of what somebody added to their submission: joins the pieces that are there, in the caller's transaction,
 * which holds the submission. Refuses an addition that is not theirs (any more), and one that grows beyond
 * MOST_ADDED_LETTERS.
 */
export async function goOnAdding(
  tx: Db,
  input: { personId: string; additionId: string; pieces: Piece[]; piece: SaidPiece },
): Promise<{ ok: true } | { ok: false; code: 'unknown_addition' | 'too_long' }> {
  const { personId, additionId: id, pieces, piece } = input
  const [found] = await tx.$queryRaw<{ text: string }[]>`
    SELECT a.text FROM submission s JOIN addition a ON a.submission_id = s.id
    WHERE a.id = ${id}::uuid AND s.person_id = ${personId}::uuid FOR SHARE OF s FOR UPDATE OF a`
  if (!found) return { ok: false, code: 'unknown_addition' }
  const { text } = withPiece({ text: found.text, pieces }, piece)
  if (text.length > MOST_ADDED_LETTERS) return { ok: false, code: 'too_long' }
  await tx.addition.update({ where: { id }, data: { text } })
  return { ok: true }
}
