import type { Draft as DraftRow } from '../../prisma/client/client.ts'
import { type DraftState, MAX_PHOTOS, type Part, TOPIC, type WordsAnswer } from '../cards/draft-state.ts'
import { withText } from '../cards/step-card.ts'
import { cards } from '../cards/topics.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { lockDraft } from './load-draft.ts'

/**
 * Keeps what somebody just said, before anything is asked: as a draft whose topic is still to be said. More words that
 * come before that are added on a line of their own, but the pieces of one text, which join (lib/pieces.ts). Refuses where
 * another card is half-filled; photos beyond what a card takes are left out, their words are kept. May be repeated by the
 * same message for a voice; for text repetition is for the caller to prevent (commitOnce).
 */
export async function keepQuickWords(
  { tx, clock, random }: { tx: Db; clock: Clock; random: Random },
  input: {
    personId: string
    villageCode: string
    messageId: number
    /** the message's, in Unix seconds */
    date: number
    text: string | null
    part: Part | null
  },
): Promise<{ ok: true; photoLeftOut: boolean } | { ok: false; code: 'half_filled' }> {
  const [card] = cards
  if (!card) throw new Error('there are no cards')
  const draft = await lockDraft(tx, input.personId)
  if (draft && draft.state.at !== TOPIC) return { ok: false, code: 'half_filled' }

  const before = draft?.state.answers.words
  const said: WordsAnswer =
    before?.kind === 'words' ? before : { kind: 'words', text: null, textMessageId: null, parts: [] }
  const parts = withPart(said.parts, input.part)
  const state: DraftState = {
    at: TOPIC,
    editing: false,
    speaking: 'words',
    answers: {
      words: {
        ...withText(said, input, true),
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
  const kept = input.part === null || parts.some(({ messageId }) => messageId === input.messageId)
  return { ok: true, photoLeftOut: !kept }
}

/** As many photos as a card takes. */
function withPart(parts: Part[], part: Part | null): Part[] {
  const photos = parts.filter(({ kind }) => kind === 'photo').length
  const known = parts.some(({ messageId }) => messageId === part?.messageId)
  return !part || known || (part.kind === 'photo' && photos >= MAX_PHOTOS) ? parts : [...parts, part]
}
