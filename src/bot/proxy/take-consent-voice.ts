import { consentByVoice } from '../../feedback/proxy/consent-by-voice.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { askVoice } from './ask-voice.ts'
import { showPendingOver } from './show-pending.ts'

/** "I agree", said into the filer's phone: the card is submitted, with that voice. Anything else is asked for again. */
export async function takeConsentVoice(
  deps: BotDeps,
  ctx: BotContext,
  id: string,
): Promise<() => Promise<void>> {
  const { person, message } = ctx
  const { voice } = message ?? {}
  if (!person || !voice) return () => askVoice(deps, ctx, id, ctx.t('proxy-voice-only'))
  const { file_id: fileId, duration: durationSeconds } = voice
  await ctx.once((tx) =>
    consentByVoice({ ...deps, tx }, { filerId: person.id, id, voice: { fileId, durationSeconds } }),
  )
  return () => showPendingOver(deps, ctx, id)
}
