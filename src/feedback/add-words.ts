import type { PersonActor } from '../access/actor.ts'
import { applyTransition, type CaseRefusal, type TransitionDeps } from '../cases/apply-transition.ts'
import type { Random } from '../lib/random.ts'

/** More than anybody needs; a case is no chat. */
export const MOST_ADDITIONS = 20
/** UTF-16 code units of one addition: four whole messages. */
export const MOST_ADDED_LETTERS = 16_000

export type AddRefusal = CaseRefusal | 'too_many' | 'too_long'

/**
 * More words to what the person said earlier, kept as they were said, in the caller's transaction. Refuses what
 * cases/transitions.ts refuses, more than MOST_ADDITIONS a case and more than MOST_ADDED_LETTERS.
 */
export async function addWords(
  deps: TransitionDeps & { random: Random },
  input: { actor: PersonActor; caseId: string; text: string },
): Promise<{ ok: true; additionId: string } | { ok: false; code: AddRefusal }> {
  const { tx, clock, random } = deps
  const { actor, caseId, text } = input
  if (text.length > MOST_ADDED_LETTERS) return { ok: false, code: 'too_long' }
  const there = await tx.addition.count({ where: { submission: { case: { id: caseId } } } })
  if (there >= MOST_ADDITIONS) return { ok: false, code: 'too_many' }
  const id = random.uuid()
  const applied = await applyTransition(
    deps,
    { actor, caseId, action: { kind: 'add' } },
    async ({ submissionId }) => {
      await tx.addition.create({ data: { id, submissionId, text, createdAt: clock.now() } })
      return undefined
    },
  )
  return applied.ok ? { ok: true, additionId: id } : applied
}
