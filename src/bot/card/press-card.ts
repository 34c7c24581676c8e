import type { CardPress, StepPress } from '../../cards/card-screen.ts'
import { REVIEW } from '../../cards/draft-state.ts'
import { chooseTopic } from '../../feedback/choose-topic.ts'
import { findSubmitted } from '../../feedback/find-submitted.ts'
import { moveDraft } from '../../feedback/move-draft.ts'
import type { VersionedDraft } from '../../feedback/read-visit.ts'
import { draftTag } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { findPendingTag } from '../proxy/pending.ts'
import type { Shown } from '../screen.ts'
import { removeMessage } from '../show-message.ts'
import { submitCard } from './submit-card.ts'
import { takeIntoCard } from './take-into-card.ts'

/** A button of a card was pressed. An old one changes nothing and shows where the card is now. */
export async function pressCard(deps: BotDeps, ctx: BotContext, tag: string, press: CardPress): Shown {
  const { person } = ctx
  if (!person) return await isOver(deps, ctx, tag)
  if (press.type === 'submit' || press.type === 'submit_as_guardian')
    return await submitCard(deps, ctx, person, { tag, asGuardian: press.type === 'submit_as_guardian' })

  const { draft } = ctx.visit
  if (!draft || draftTag(draft.id) !== tag) return await isOver(deps, ctx, tag)
  if (press.type === 'discard') {
    await ctx.once((tx) => tx.draft.deleteMany({ where: { id: draft.id } }))
    return { screen: 'menu', hint: ctx.t('card-discarded') }
  }
  if (press.type === 'sort') {
    const chosen = chooseTopic(deps.texts, draft.state, { topic: press.topic, locale: ctx.locale })
    if (!chosen.ok || ctx.visit.done) return { screen: 'card', draft }
    const moved = await moveDraft(deps, { ...chosen, draft, updateId: ctx.update.update_id })
    if (moved) ctx.marked(moved)
    else await ctx.lookAgain()
    return { screen: 'card' }
  }
  if (press.type === 'choose_line' || press.type === 'show_review') {
    const choosingLine = press.type === 'choose_line' && draft.state.at === REVIEW
    return { screen: 'card', draft, choosingLine }
  }
  return await answer(deps, ctx, draft, press)
}

async function answer(deps: BotDeps, ctx: BotContext, found: VersionedDraft, press: StepPress): Shown {
  const event = press.type === 'not_guardian' ? { type: 'change' as const, question: 'about' } : press
  const hint = press.type === 'not_guardian' ? ctx.t('guardian-why') : undefined
  const taken = await takeIntoCard(deps, ctx, found, () => event)
  if (taken.kind === 'over' || taken.kind === 'unread') return await isOver(deps, ctx, draftTag(found.id))
  if (taken.kind !== 'refused') return { screen: 'card', draft: taken.draft, hint }
  if (taken.code === 'at_start') return { screen: 'menu' }
  ctx.toast = { text: ctx.t(taken.code === 'pick_one' ? 'card-pick-one' : 'card-moved-on'), alert: false }
  return { screen: 'card', draft: taken.draft }
}

/** The card of that button was submitted or given up: its message becomes the receipt, or a new beginning. */
async function isOver(deps: BotDeps, ctx: BotContext, tag: string): Shown {
  const submitted = ctx.person && (await findSubmitted(deps.prisma, ctx.person.id, tag))
  if (submitted) return { screen: 'receipt', submissionId: submitted }
  const pending = ctx.person && (await findPendingTag(deps, ctx.person, tag))
  if (pending) return { screen: 'pending', id: pending }
  ctx.toast = { text: ctx.t('card-is-over'), alert: false }
  const draft = await ctx.draft()
  if (draft) {
    const old = ctx.callbackQuery?.message
    // the message may have become the open card since; else that one stands further below
    if (old?.message_id === draft.messageId) return { screen: 'card' }
    // without a date it is out of the chat already
    if (old && old.date !== 0) await removeMessage(ctx, old.message_id)
    return null
  }
  return { screen: 'menu' }
}
