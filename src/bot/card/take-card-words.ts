import type { Message } from 'grammy/types'
import type { CardEvent } from '../../cards/card-event.ts'
import type { Part } from '../../cards/draft-state.ts'
import { questionBegun } from '../../cards/step-card.ts'
import { applyAnswer } from '../../feedback/apply-answer.ts'
import { type Draft, loadDraft } from '../../feedback/load-draft.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showCard } from './show-card.ts'

/**
 * Takes a message as the answer to the question that is open: words where words are wanted; a typed label ("不满意") where
 * there are buttons. Anything else gets a hint above the same question. Null where no card is open.
 */
export async function takeCardWords(deps: BotDeps, ctx: BotContext): Promise<(() => Promise<void>) | null> {
  const { person } = ctx
  const draft = person && (await loadDraft(deps.prisma, person.id))
  if (!person || !draft) return null
  // also what is not understood counts as done: when it comes again after a crash it may meet another question
  const applied = await ctx.once(async (tx) => {
    const event = toEvent(deps, ctx, draft)
    if (!event) return { ok: false as const, code: 'not_understood' as const }
    return await applyAnswer({ tx, clock: deps.clock }, { personId: person.id, draftTag: null, event })
  })
  const refusal = applied.done === 'now' && !applied.value.ok ? applied.value.code : null
  const isText = applied.done === 'now' && ctx.message?.text !== undefined
  const event = isText ? toEvent(deps, ctx, draft) : null
  const isRest = event?.type === 'say' && event.question !== draft.state.at
  const hint = refusal ? hintFor(ctx, draft, refusal) : isRest ? ctx.t('long-words-joined') : undefined
  return async () => void (await showCard(deps, ctx, { hint }))
}

interface Said {
  text: string | null
  part: Part | null
}

/** What the update's message says, see readSaid. */
export function readMessage({ message }: BotContext): Said | null {
  return message ? readSaid(message) : null
}

/** What a message says, as it was sent: text or caption, and a voice message, a photo or a place. */
export function readSaid(message: Message): Said | null {
  const text = message.text ?? message.caption ?? null
  const messageId = message.message_id
  const photo = message.photo?.at(-1)
  if (message.voice) {
    const { file_id: fileId, duration: durationSeconds } = message.voice
    return { text, part: { kind: 'voice', messageId, fileId, durationSeconds } }
  }
  if (photo) {
    const album = message.media_group_id
    const fileId = photo.file_id
    return { text, part: { kind: 'photo', messageId, fileId, ...(album === undefined ? {} : { album }) } }
  }
  if (message.location) {
    const { latitude, longitude } = message.location
    return { text, part: { kind: 'location', messageId, latitude, longitude } }
  }
  return message.text === undefined ? null : { text, part: null }
}

function toEvent(deps: BotDeps, ctx: BotContext, draft: Draft): CardEvent | null {
  const said = readMessage(ctx)
  const question = draft.card.questions.find((each) => each.id === draft.state.at)
  if (!said || !ctx.message) return null
  const { message_id: messageId, date } = ctx.message
  const begun = questionBegun(draft.card, draft.state, { messageId, date, ...said })
  if (begun) return { type: 'say', question: begun.id, messageId, date, ...said }
  if (!question) return null
  if (question.kind === 'words') return { type: 'say', question: question.id, messageId, date, ...said }
  const typed = said.text?.normalize('NFKC').trim().toLowerCase()
  const option = question.options.find(
    ({ id, icon }) =>
      typed === icon || typed === deps.texts.t(ctx.locale, `${question.labels}-${id}`).toLowerCase(),
  )
  if (!option || said.part) return null
  const type = question.kind === 'choice' ? 'choose' : 'tick'
  return { type, question: question.id, value: option.id }
}

function hintFor(ctx: BotContext, draft: Draft, refusal: string): string | undefined {
  if (refusal === 'too_many_photos') return ctx.t('card-too-many-photos')
  if (refusal !== 'not_taken' && refusal !== 'not_understood') return undefined
  const question = draft.card.questions.find((each) => each.id === draft.state.at)
  if (question?.kind === 'words')
    return ctx.t(question.takes.includes('photo') ? 'card-takes-words-and-media' : 'card-takes-words')
  return ctx.t('card-press-a-button')
}
