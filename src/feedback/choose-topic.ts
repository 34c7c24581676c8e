import { REVIEW, TOPIC } from '../cards/draft-state.ts'
import { suggestTopics } from '../cards/suggest-topics.ts'
import { cardOf } from '../cards/topics.ts'
import type { Db } from '../db/database.ts'
import type { Texts } from '../i18n/texts.ts'
import type { Clock } from '../lib/clock.ts'
import { lockDraft } from './load-draft.ts'

/** How many aspects are ticked beforehand; the review shows them and every line of it can be changed. */
const MOST_ASPECTS = 2

/**
 * The topic of words that came first: their draft becomes a card on its review screen, with the aspects that the words
 * surely speak of. Refuses a draft whose topic is known already, and an unknown topic. May be repeated.
 */
export async function chooseTopic(
  deps: { tx: Db; clock: Clock; texts: Texts },
  input: { personId: string; topic: string; locale: string },
): Promise<{ ok: true } | { ok: false; code: 'no_draft' | 'stale' | 'unknown_topic' }> {
  const draft = await lockDraft(deps.tx, input.personId)
  if (!draft) return { ok: false, code: 'no_draft' }
  if (draft.state.at !== TOPIC) return { ok: false, code: 'stale' }
  const card = cardOf(input.topic)
  if (!card) return { ok: false, code: 'unknown_topic' }
  const { words } = draft.state.answers
  const text = words?.kind === 'words' ? (words.text ?? '') : ''
  const suggested = suggestTopics(deps.texts, input.locale, text).find(({ topic }) => topic === card.topic)
  const aspects = suggested?.sure.slice(0, MOST_ASPECTS) ?? []
  await deps.tx.draft.update({
    where: { id: draft.id },
    data: {
      topic: card.topic,
      cardVersion: card.version,
      state: {
        at: REVIEW,
        editing: false,
        answers: {
          ...(words ? { words } : {}),
          aspects: { kind: 'several', values: aspects.length > 0 ? aspects : ['something_else'] },
        },
      },
      updatedAt: deps.clock.now(),
    },
  })
  return { ok: true }
}
