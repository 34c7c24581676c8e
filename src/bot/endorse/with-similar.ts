import { FormattedString, fmt } from '@grammyjs/parse-mode'
import { fillCard } from '../../cards/filled-card.ts'
import { cardOf } from '../../cards/topics.ts'
import { findSimilar, type SimilarSuggestion } from '../../feedback/find-similar.ts'
import type { Draft } from '../../feedback/load-draft.ts'
import type { Button, OutgoingMessage } from '../../lib/outgoing-message.ts'
import { aspectList } from '../../messages/aspect-list.ts'
import { shownCount } from '../../messages/shown-count.ts'
import { draftTag, encodePress } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'

/**
 * The review screen, with what others of the village have spoken of that is much like the card, each with "me too": offered
 * before submitting, at no further press for whoever would rather submit their own. Unchanged where there is nothing of the
 * kind, and for a card that the village shall not see: its words stay out of what the village deals with.
 */
export async function withSimilar(
  deps: BotDeps,
  ctx: BotContext,
  draft: Draft,
  review: OutgoingMessage,
): Promise<OutgoingMessage> {
  const { villageCode, card } = draft
  const { aspects, words, wish, visibility } = fillCard(card, draft.state)
  if (visibility === 'township' || !ctx.person) return review
  const similar = await findSimilar(deps.statements, {
    personId: ctx.person.id,
    villageCode,
    topic: card.topic,
    aspects,
    words,
    wish,
  })
  if (similar.length === 0) return review
  const offer = FormattedString.join(
    [
      fmt`${{ text: review.text, entities: review.entities ?? [] }}`,
      FormattedString.bold(ctx.t('endorse-offer')),
      ...similar.map((each, at) => describe(ctx, each, at + 1)),
    ],
    '\n\n',
  )
  const meToo = similar.map(({ submissionId }, at): Button[] => [
    {
      label: ctx.t('endorse-me-too', { n: at + 1 }),
      data: encodePress({ kind: 'endorse', draftTag: draftTag(draft.id), submissionId }),
    },
  ])
  const [submit = [], ...others] = review.buttons ?? []
  return { text: offer.text, entities: offer.entities, buttons: [submit, ...meToo, ...others] }
}

function describe(ctx: BotContext, similar: SimilarSuggestion, place: number): FormattedString {
  const { topic, endorsements } = similar
  const count = shownCount(endorsements)
  const others =
    count.kind === 'exact'
      ? `\n${ctx.t('endorse-count', { n: count.n })}`
      : count.kind === 'some'
        ? `\n${ctx.t('endorse-count-some')}`
        : ''
  // not the words: in a village they tell who said them
  return fmt`${place}. ${cardOf(topic)?.icon ?? ''} ${aspectList(ctx.t, similar)}${others}`
}
