import type { BotContext, BotDeps } from '../context.ts'
import { sendMessage } from '../show-message.ts'
import { showVoiceRegions } from '../voices/show-voice-regions.ts'

/** /voices: an administrator reads the screens aloud, in the speech of a region. Somebody else is told so, and no more. */
export async function voices(deps: BotDeps, ctx: BotContext): Promise<void> {
  const { scope } = ctx
  if (!scope) return void (await sendMessage(ctx, { text: ctx.t('administrators-only') }))
  await showVoiceRegions(deps, ctx, scope, { regionCode: '', page: 0 })
}
