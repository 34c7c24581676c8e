import type { Draft as DraftRow } from '../../prisma/client/client.ts'
import { type DraftState, type Part, TOPIC } from '../cards/draft-state.ts'
import { cards } from '../cards/topics.ts'
import { fullFor, withPart, withText, wordsIn } from '../cards/words-answer.ts'
import type { Db } from '../db/database.ts'
import type { Clock } from '../lib/clock.ts'
import type { Random } from '../lib/random.ts'
import { lockDraft } from './load-draft.ts'

/**
 * Keeps what somebody just said, before anything is asked: as a draft whose topic is still to be said. More words that
 * come before that are added on a line of their own, but the pieces of one text, which join (lib/pieces.ts). Refuses where
 * another card is half-filled. What is too much for a card (MOST_IN_CARD) is left out: `leftOut` says why; the words of a
 * photo beyond are kept. May be repeated by the same message.
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
): Promise<{ ok: true; leftOut: ReturnType<typeof fullFor> } | { ok: false; code: 'half_filled' }> {
  const [card] = cards
  if (!card) throw new Error('there are no cards')
  const draft = await lockDraft(tx, input.personId)
  if (draft && draft.state.at !== TOPIC) return { ok: false, code: 'half_filled' }

  const answers = draft?.state.answers ?? {}
  const { messageId, date, text, part } = input
  const noPart = fullFor(answers, 'words', { messageId, text: null, part })
  const noText = fullFor(answers, 'words', { messageId, text, part: null })
  const said = withPart(wordsIn(answers.words), noPart ? null : part, date)
  const words = withText(said, { messageId, date, text: noText ? null : text })
  // nothing at all is no card
  if (words.text === null && words.parts.length === 0) return { ok: true, leftOut: noPart ?? noText }
  const state: DraftState = { at: TOPIC, editing: false, speaking: 'words', answers: { words } }
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
  return { ok: true, leftOut: noPart ?? noText }
}
