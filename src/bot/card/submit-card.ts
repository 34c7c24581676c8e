import { findSubmitted } from '../../feedback/find-submitted.ts'
import { submitFeedback } from '../../feedback/submit-feedback.ts'
import type { Person } from '../../people/find-person.ts'
import { fullName } from '../../people/full-name.ts'
import { draftTag } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { parkCard } from '../proxy/park-card.ts'
import { findPendingTag } from '../proxy/pending.ts'
import type { Shown } from '../screen.ts'

/**
 * "Submit": the submission, its case and the jobs are in the database together before anything is answered. A card that is
 * filled in for somebody else waits for their consent first.
 */
export async function submitCard(
  deps: BotDeps,
  ctx: BotContext,
  person: Person,
  { tag, asGuardian }: { tag: string; asGuardian: boolean },
): Shown {
  const draft = ctx.visit.done ? null : await ctx.draft()
  if (!draft || draftTag(draft.id) !== tag) return await showSubmitted(deps, ctx, person, tag)
  if (draft.filedFor) return (await parkCard(deps, ctx, person, draft)) ?? (await movedOn(ctx))

  const submitted = await submitFeedback(deps, {
    person,
    draft,
    updateId: ctx.update.update_id,
    signedName: ctx.from ? fullName(ctx.from) : '',
    asGuardian,
  })
  if (submitted.ok) {
    ctx.marked(null)
    return { screen: 'receipt', ...submitted }
  }
  // somebody else was quicker: what the press means is asked anew
  if (submitted.code === 'changed') {
    await ctx.lookAgain()
    return await submitCard(deps, ctx, person, { tag, asGuardian })
  }
  if (submitted.code === 'too_many') {
    const hint = ctx.t('card-too-many-today')
    ctx.toast = { text: hint, alert: true }
    return { screen: 'card', hint }
  }
  // the button was older than the card's being about a child: the review asks now
  return submitted.code === 'guardian_needed' ? { screen: 'card' } : await movedOn(ctx)
}

/** Pressed twice, or the update came again after a crash. */
async function showSubmitted(deps: BotDeps, ctx: BotContext, person: Person, tag: string): Shown {
  const pending = await findPendingTag(deps, person, tag)
  if (pending !== null) return { screen: 'pending', id: pending }
  const submissionId = await findSubmitted(deps.prisma, person.id, tag)
  return submissionId === null ? await movedOn(ctx) : { screen: 'receipt', submissionId }
}

async function movedOn(ctx: BotContext): Shown {
  ctx.toast = { text: ctx.t('card-moved-on'), alert: false }
  return { screen: 'card' }
}
