import { findSubmission } from '../../feedback/own-feedback.ts'
import { consentByCode } from '../../feedback/proxy/consent-by-code.ts'
import { declineProxy } from '../../feedback/proxy/decline-proxy.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import { showReceipt } from '../card/show-receipt.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMessage } from '../show-message.ts'
import { showForConsent } from './show-for-consent.ts'

/** Somebody agrees in their own chat to what was filled in for them, or does not. Either is done once. */
export async function decide(
  deps: BotDeps,
  ctx: BotContext,
  { kind, code, id }: PressOf<'proxy-agree' | 'proxy-decline'>,
): Promise<void> {
  const { person } = ctx
  if (kind === 'proxy-agree') {
    if (!person || !hasConsent(person)) return await showForConsent(deps, ctx, code)
    const personId = person.id
    await ctx.once((tx) => consentByCode({ ...deps, tx }, { personId, code, id }))
    // also where it was pressed twice, or the update came again
    const submitted = await findSubmission(deps.prisma, id)
    if (submitted && submitted.personId === person.id) return await showReceipt(deps, ctx, id)
    return await showForConsent(deps, ctx, code)
  }
  const once = await ctx.once((tx) =>
    declineProxy({ ...deps, tx }, { personId: person?.id ?? null, code, id }),
  )
  if (once.done === 'now' && !once.value.ok) return await showForConsent(deps, ctx, code)
  await showMessage(ctx, {
    text: ctx.t('proxy-declined'),
    buttons: [[{ label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }]],
  })
}
