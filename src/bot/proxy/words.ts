import type { Relationship } from '../../cards/filed-for.ts'
import { consentByVoice } from '../../feedback/proxy/consent-by-voice.ts'
import { findPending } from '../../feedback/proxy/find-pending.ts'
import { parseProxyCode } from '../../feedback/proxy/proxy-code.ts'
import { isProxyName } from '../../presses/callback-data.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { sendOnly } from '../show-message.ts'
import { showBegin } from './begin.ts'
import { showForConsent } from './for-consent.ts'
import { askVoice, showPendingOver } from './pending.ts'

/** The name of whom a card is for, as the filer types it; the words of the button mean that it is not told. */
export async function takeProxyName(
  deps: BotDeps,
  ctx: BotContext,
  relationship: Relationship,
): Promise<() => Shown> {
  const name = (ctx.message?.text ?? '')
    .normalize('NFKC')
    .trim()
    .replace(/[^\S\n]+/g, ' ')
  if (name !== '' && ctx.t('proxy-nameless').endsWith(name))
    return async () => await showBegin(deps, ctx, { relationship, name: null })
  if (!isProxyName(name))
    return async () => await showBegin(deps, ctx, { relationship }, ctx.t('proxy-name-again'))
  return async () => await showBegin(deps, ctx, { relationship, name })
}

/** "I agree", said into the filer's phone: the card is submitted, with that voice. Anything else is asked for again. */
export async function takeConsentVoice(deps: BotDeps, ctx: BotContext, id: string): Promise<() => Shown> {
  const { person, message } = ctx
  const { voice } = message ?? {}
  if (!person || !voice) return () => askVoice(deps, ctx, id, ctx.t('proxy-voice-only'))
  const { file_id: fileId, duration: durationSeconds } = voice
  await ctx.once((tx) =>
    consentByVoice({ ...deps, tx }, { filerId: person.id, id, voice: { fileId, durationSeconds } }),
  )
  return () => showPendingOver(deps, ctx, id)
}

/** Whether a message is the code of a card that waits for consent. `waits`: it surely is, whatever else was asked for. */
export async function readTypedCode(
  deps: BotDeps,
  ctx: BotContext,
): Promise<{ waits: boolean; show: () => Shown } | null> {
  const typed = parseProxyCode(ctx.message?.text ?? '')
  if (!typed) return null
  const { code, valid } = typed
  if (!valid)
    return {
      waits: false,
      show: () => sendOnly(ctx, { text: ctx.t('proxy-code-mistyped') }),
    }
  const pending = await findPending(deps.prisma, { code }, deps.clock.now())
  return { waits: pending !== null, show: () => showForConsent(deps, ctx, code) }
}
