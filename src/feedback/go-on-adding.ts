import type { Db } from '../db/database.ts'
import { type Piece, type SaidPiece, withPiece } from '../lib/pieces.ts'

/**
 * One more piece of what somebody added to their submission: joins the pieces that are there. Refuses an addition that is
 * not theirs (any more).
 */
export async function goOnAdding(
  tx: Db,
  input: { personId: string; additionId: string; pieces: Piece[]; piece: SaidPiece },
): Promise<{ ok: true } | { ok: false; code: 'unknown_addition' }> {
  const { personId, additionId: id, pieces, piece } = input
  const found = await tx.addition.findFirst({
    where: { id, submission: { personId } },
    select: { text: true },
  })
  if (!found) return { ok: false, code: 'unknown_addition' }
  await tx.addition.update({
    where: { id },
    data: { text: withPiece({ text: found.text, pieces }, piece).text },
  })
  return { ok: true }
}
