import { findSubmitted } from '../../feedback/find-submitted.ts'
import { submitFeedback } from '../../feedback/submit-feedback.ts'
import type { Person } from '../../people/find-person.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { parkCard } from '../proxy/park-card.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'

/** "Submit": the submission, its case and the jobs are in the database together before anything is answered. */
export async function submitCard(
  deps: BotDeps,
  ctx: BotContext,
  person: Person,
  { tag, asGuardian }: { tag: string; asGuardian: boolean },
): Shown {
  const parked = await parkCard(deps, ctx, person, tag)
  if (parked) return parked
  const signedName = [ctx.from?.first_name, ctx.from?.last_name].filter(Boolean).join(' ')
  const once = await ctx.once((tx) =>
    submitFeedback({ ...deps, tx }, { personId: person.id, draftTag: tag, signedName, asGuardian }),
  )
  if (once.done === 'now' && once.value.ok) {
    await stopWaiting(ctx)
    return { screen: 'receipt', submissionId: once.value.submissionId }
  }
  // the button was older than the card's being about a child: the review asks now
  if (once.done === 'now' && !once.value.ok && once.value.code === 'guardian_needed')
    return { screen: 'card' }
  // pressed twice, or the update came again after a crash
  const earlier = await findSubmitted(deps.prisma, person.id, tag)
  if (earlier) return { screen: 'receipt', submissionId: earlier }
  ctx.toast = { text: ctx.t('card-moved-on'), alert: false }
  return { screen: 'card' }
}
