import type { Draft as DraftRow } from '../../prisma/client/client.ts'
import { type DraftState, MAX_PHOTOS, type Part, TOPIC } from '../cards/draft-state.ts'
import { cards } from '../cards/topics.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { lockDraft } from './load-draft.ts'

/**
 * Keeps what somebody just said, before anything is asked: as a draft whose topic is still to be said. More words that
 * come before that are added on a line of their own. Refuses where another card is half-filled, and more photos than a
 * card takes. May be repeated by the same message for a voice; for text repetition is for the caller to prevent (commitOnce).
 */
export async function keepQuickWords(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  input: { personId: string; villageCode: string; messageId: number; text: string | null; part: Part | null },
): Promise<{ ok: true } | { ok: false; code: 'half_filled' | 'too_many_photos' }> {
  const [card] = cards
  if (!card) throw new Error('there are no cards')
  const draft = await lockDraft(tx, input.personId)
  if (draft && draft.state.at !== TOPIC) return { ok: false, code: 'half_filled' }

  const before = draft?.state.answers.words
  const said = before?.kind === 'words' ? before : { text: null, parts: [] }
  const parts = [
    ...said.parts.filter((part) => part.messageId !== input.messageId),
    ...(input.part ? [input.part] : []),
  ]
  if (parts.filter(({ kind }) => kind === 'photo').length > MAX_PHOTOS)
    return { ok: false, code: 'too_many_photos' }
  const state: DraftState = {
    at: TOPIC,
    editing: false,
    answers: {
      words: {
        kind: 'words',
        text: [said.text, input.text].filter((each) => each !== null).join('\n') || null,
        textMessageId: said.text === null && input.text !== null ? input.messageId : null,
        parts,
      },
    },
  }
  const now = clock.now()
  const data: Pick<DraftRow, 'updatedAt'> & { state: DraftState } = { state, updatedAt: now }
  if (draft) await tx.draft.update({ where: { id: draft.id }, data })
  else
    await tx.draft.create({
      data: {
        ...data,
        id: random.uuid(),
        personId: input.personId,
        villageCode: input.villageCode,
        // any card will do until the topic is said
        topic: card.topic,
        cardVersion: card.version,
        createdAt: now,
      },
    })
  return { ok: true }
}
