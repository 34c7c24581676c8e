import type { PersonActor } from '../access/actor.ts'
import type { Part } from '../cards/draft-state.ts'
import { applyTransition, type CaseRefusal, type TransitionDeps } from '../cases/apply-transition.ts'
import type { Random } from '../lib/random.ts'
import { attachmentRow } from './attachment-row.ts'

/** More than anybody needs; a case is no chat. */
export const MOST_ADDITIONS = 20
/** UTF-16 code units of one addition: four whole messages. */
export const MOST_ADDED_LETTERS = 16_000
/** What an attachment that was added answers: no question of the card. */
export const ADDITION = 'addition'

/** The photos of an album arrive one by one, in about a second; whoever is told shall hear of all of them at once. */
const ALBUM_SECONDS = 3

export type AddRefusal = CaseRefusal | 'too_many' | 'too_long'

/**
 * More to what the person said earlier, kept as it was said, in the caller's transaction: words, or a voice message, a photo
 * or a place with or without them (`text` is empty then). `joins`: it is of the album that was just added. Refuses what
 * cases/transitions.ts refuses, more than MOST_ADDITIONS a case and more than MOST_ADDED_LETTERS.
 */
export async function addWords(
  deps: TransitionDeps & { random: Random },
  input: { actor: PersonActor; caseId: string; text: string; part?: Part | null; joins?: boolean },
): Promise<{ ok: true; additionId: string | null } | { ok: false; code: AddRefusal }> {
  const { tx, clock, random, sendJob } = deps
  const { actor, caseId, text, part = null, joins = false } = input
  if (text.length > MOST_ADDED_LETTERS) return { ok: false, code: 'too_long' }
  const submission = { case: { id: caseId } }
  const there = joins ? 0 : await tx.addition.count({ where: { submission } })
  const attached = part ? await tx.attachment.count({ where: { submission, question: ADDITION } }) : 0
  if (Math.max(there, attached) >= MOST_ADDITIONS) return { ok: false, code: 'too_many' }
  const id = joins ? null : random.uuid()
  const applied = await applyTransition(
    deps,
    { actor, caseId, action: { kind: 'add' } },
    async ({ submissionId }) => {
      if (id !== null) await tx.addition.create({ data: { id, submissionId, text, createdAt: clock.now() } })
      if (!part) return undefined
      // the case is held: nobody else counts now
      const position = await tx.attachment.count({ where: { submissionId, question: ADDITION } })
      const row = attachmentRow(random, { submissionId, question: ADDITION, position, part })
      await tx.attachment.create({ data: row })
      if (row.fileId !== null) await sendJob(tx, { name: 'fetch-attachment', data: { attachmentId: row.id } })
      return joins ? { isTold: true } : { afterSeconds: ALBUM_SECONDS }
    },
  )
  return applied.ok ? { ok: true, additionId: id } : applied
}
