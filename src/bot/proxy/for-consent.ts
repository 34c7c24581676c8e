import { findSubmission } from '../../feedback/own-feedback.ts'
import { consentByCode } from '../../feedback/proxy/consent-by-code.ts'
import { declineProxy } from '../../feedback/proxy/decline-proxy.ts'
import { findPending } from '../../feedback/proxy/find-pending.ts'
import type { PendingProxy } from '../../feedback/proxy/pending-proxy.ts'
import { readBack } from '../../feedback/proxy/read-back.ts'
import type { Button } from '../../lib/outgoing-message.ts'
import { hasConsent } from '../../people/remember-person.ts'
import { encodePress, type PressOf } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { stopWaiting } from '../purpose.ts'
import type { Shown } from '../screen.ts'
import { showMessage, showOnly } from '../show-message.ts'
import { showLong, villageLabel } from './showing.ts'

/**
 * Somebody opened the code of a card that was filled in for them: who did it, no more than needed, what it says, and
 * whether they agree. Whoever has not yet agreed to what is kept here reads that first. It is not for the filer.
 */
export async function showForConsent(deps: BotDeps, ctx: BotContext, code: string): Shown {
  await stopWaiting(ctx)
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  if (!pending) {
    const speak = { label: ctx.t('menu-speak'), data: encodePress({ kind: 'menu' }) }
    return await showOnly(ctx, { text: ctx.t('proxy-code-over'), buttons: [[speak]] })
  }
  const { id } = pending
  if (pending.filerId === ctx.person?.id) {
    const open = { label: ctx.t('card-back'), data: encodePress({ kind: 'proxy-open', id }) }
    return await showOnly(ctx, { text: ctx.t('proxy-own-code'), buttons: [[open]] })
  }
  if (!hasConsent(ctx.person)) return await knock(deps, ctx, pending)

  const text = [
    readBack(
      { texts: deps.texts, locale: ctx.locale },
      pending,
      await villageLabel(deps, ctx, pending.villageCode),
    ),
    ctx.t('proxy-do-you-agree'),
  ].join('\n\n')
  const hasFiles = Object.values(pending.state.answers).some(
    (answer) => answer.kind === 'words' && answer.parts.length > 0,
  )
  const files = { label: ctx.t('attachment-show'), data: encodePress({ kind: 'proxy-files', code }) }
  await showLong(ctx, ctx.t('proxy-yours', { who: filerOf(ctx, pending) }), text, [
    [{ label: ctx.t('proxy-agree'), data: encodePress({ kind: 'proxy-agree', code, id }) }],
    [{ label: ctx.t('proxy-decline'), data: encodePress({ kind: 'proxy-decline', code, id }) }],
    ...(hasFiles ? [[files]] : []),
  ])
  return null
}

/** The consent that everybody gives before their first card, and why it is asked for now. */
async function knock(deps: BotDeps, ctx: BotContext, pending: PendingProxy): Shown {
  const { code, id } = pending
  const village = await villageLabel(deps, ctx, pending.villageCode)
  const languages = deps.texts.locales
    .filter((locale) => locale !== ctx.locale)
    .map(
      (locale): Button => ({
        label: deps.texts.t(locale, 'language-name'),
        data: encodePress({ kind: 'proxy-language', code, locale }),
      }),
    )
  await showMessage(ctx, {
    text: `${ctx.t('consent', { village })}\n\n${ctx.t('proxy-knock', { who: filerOf(ctx, pending) })}`,
    buttons: [
      [{ label: ctx.t('proxy-look'), data: encodePress({ kind: 'proxy-look', code }) }],
      [{ label: ctx.t('proxy-no-thanks'), data: encodePress({ kind: 'proxy-decline', code, id }) }],
      languages,
    ],
  })
  return null
}

function filerOf(ctx: BotContext, { forWhom }: PendingProxy): string {
  return ctx.t(`proxy-filer-${forWhom.relationship}`)
}

/** Somebody agrees in their own chat to what was filled in for them, or does not. Either is done once. */
export async function decide(
  deps: BotDeps,
  ctx: BotContext,
  { kind, code, id }: PressOf<'proxy-agree' | 'proxy-decline'>,
): Shown {
  const { person } = ctx
  if (kind === 'proxy-agree') {
    if (!person || !hasConsent(person)) return await showForConsent(deps, ctx, code)
    const personId = person.id
    await ctx.once((tx) => consentByCode({ ...deps, tx }, { personId, code, id }))
    // also where it was pressed twice, or the update came again
    const submitted = await findSubmission(deps.prisma, id)
    if (submitted && submitted.personId === person.id) return { screen: 'receipt', submissionId: id }
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
  return null
}

/** The voices, photos and places of a card that somebody is asked to agree to, by Telegram's own names for them. */
export async function sendPendingFiles(deps: BotDeps, ctx: BotContext, code: string): Shown {
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  if (!pending) return await showForConsent(deps, ctx, code)
  const parts = Object.values(pending.state.answers).flatMap((answer) =>
    answer.kind === 'words' ? answer.parts : [],
  )
  for (const part of parts) {
    if (part.kind === 'voice') await ctx.replyWithVoice(part.fileId)
    if (part.kind === 'photo') await ctx.replyWithPhoto(part.fileId)
    if (part.kind === 'location') await ctx.replyWithLocation(part.latitude, part.longitude)
  }
  return null
}
