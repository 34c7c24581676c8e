import type { BotContext, BotDeps } from '../context.ts'
import type { Shown } from '../screen.ts'
import { sendOnly } from '../show-message.ts'
import { showVoiceRegions } from '../voices/recording-regions.ts'

/** /voices: an administrator reads the screens aloud, in the speech of a region. Somebody else is told so, and no more. */
export async function voices(deps: BotDeps, ctx: BotContext): Shown {
  const { scope } = ctx
  if (!scope) return await sendOnly(ctx, { text: ctx.t('administrators-only') })
  return await showVoiceRegions(deps, ctx, scope, { regionCode: '', page: 0 })
}
