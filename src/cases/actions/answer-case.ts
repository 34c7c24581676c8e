import type { Actor } from '../../access/actor.ts'
import { LEAST_PIECE, NEAR_SECONDS, type Piece, type SaidPiece, withPiece } from '../../lib/pieces.ts'
import type { Random } from '../../lib/random.ts'
import { addAnswerPhotos } from '../add-answer-photos.ts'
import { type Applied, applyTransition, type CaseRefusal, type TransitionDeps } from '../apply-transition.ts'
import { moveAnswerPhotos } from '../move-answer-photos.ts'

type AnswerDeps = TransitionDeps & { random: Random }
export type Answered =
  | ({ ok: true } & Applied & { eventId: bigint; photoIds: string[]; leftOut: number })
  | { ok: false; code: CaseRefusal }

/** The rest of a long answer is here by then. */
const REST_SECONDS = NEAR_SECONDS + 3

/**
 * The committee answers a case, with photos by Telegram's names for them; see the table for what it refuses. `knows`: the
 * answer that stood when this one was begun. `isAlbum`: more photos of the same album are still arriving. The news of a
 * long answer waits for its rest.
 */
export async function answerCase(
  deps: AnswerDeps,
  input: {
    actor: Actor
    caseId: string
    text: string
    knows?: bigint | null
    fileIds?: readonly string[]
    isAlbum?: boolean
  },
): Promise<Answered> {
  const { actor, caseId, text, knows, fileIds = [], isAlbum = false } = input
  let photos: { photoIds: string[]; leftOut: number } = { photoIds: [], leftOut: 0 }
  const applied = await applyTransition(
    deps,
    { actor, caseId, action: { kind: 'answer', text, knows } },
    async ({ submissionId, eventId }) => {
      photos = await addAnswerPhotos(deps, { submissionId, eventId, fileIds })
      return {
        photos: sentPhotos(deps, photos.photoIds, isAlbum),
        ...(text.length > LEAST_PIECE ? { afterSeconds: REST_SECONDS } : {}),
      }
    },
  )
  return asAnswered(applied, photos)
}

/**
 * The rest of an answer that was too long for one message: joins it in the order of the chat, as a new line of the ledger,
 * with the photos of the line before. `isTold`: the news is still to go out and will have it. Refuses where another answer
 * stands by now.
 */
export async function goOnAnswering(
  deps: AnswerDeps,
  input: {
    actor: Actor
    caseId: string
    eventId: bigint
    pieces: Piece[]
    piece: SaidPiece
    isTold: boolean
  },
): Promise<Answered> {
  const { actor, caseId, eventId: knows, pieces, piece, isTold } = input
  const before = await deps.tx.caseEvent.findUnique({ where: { id: knows }, select: { text: true } })
  const { text } = withPiece({ text: before?.text ?? '', pieces }, piece)
  const applied = await applyTransition(
    deps,
    { actor, caseId, action: { kind: 'answer', text, knows } },
    async ({ eventId }) => {
      await moveAnswerPhotos(deps.tx, { fromEventId: knows, toEventId: eventId })
      return { isTold }
    },
  )
  return asAnswered(applied, { photoIds: [], leftOut: 0 })
}

/**
 * Photos that come behind the words of an answer: `eventId` is its line of the ledger. `comesAlong`: an album is being sent
 * already and takes them with it.
 */
export async function addPhotosToAnswer(
  deps: AnswerDeps,
  input: {
    actor: Actor
    caseId: string
    eventId: bigint
    fileIds: readonly string[]
    isAlbum: boolean
    comesAlong: boolean
  },
): Promise<Answered> {
  const { actor, caseId, eventId, fileIds, isAlbum, comesAlong } = input
  let photos: { photoIds: string[]; leftOut: number } = { photoIds: [], leftOut: 0 }
  const applied = await applyTransition(
    deps,
    { actor, caseId, action: { kind: 'add_photos', knows: eventId } },
    async ({ submissionId }) => {
      photos = await addAnswerPhotos(deps, { submissionId, eventId, fileIds })
      return { photos: sentPhotos(deps, photos.photoIds, isAlbum), isTold: comesAlong }
    },
  )
  return asAnswered(applied, photos)
}

function sentPhotos({ clock }: AnswerDeps, ids: string[], isAlbum: boolean) {
  return { ids, ...(isAlbum ? { albumSince: clock.now().toISOString() } : {}) }
}

/** An answer always makes a line. */
function asAnswered(
  applied: Awaited<ReturnType<typeof applyTransition>>,
  photos: { photoIds: string[]; leftOut: number },
): Answered {
  if (!applied.ok) return applied
  const { eventId } = applied
  if (eventId === null) throw new Error('an answer without a line in the ledger')
  return { ...applied, eventId, ...photos }
}
