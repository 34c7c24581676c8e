import { isInScope, partInScope } from '../../access/region-scope.ts'
import type { PressKind } from '../../presses/callback-data.ts'
import { listRecordings } from '../../recordings/list-recordings.ts'
import { removeRecording } from '../../recordings/remove-recording.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { PressHandlers } from '../press-handlers.ts'
import { pressHear } from './press-hear.ts'
import { sendRecording } from './send-recording.ts'
import { showNextToRecord } from './show-next-to-record.ts'
import { showScreenToRecord } from './show-screen-to-record.ts'
import { showVoiceRegions } from './show-voice-regions.ts'
import { showVoices } from './show-voices.ts'

/** 🔊 for everybody, and what records it, for administrators of the region. */
export const recordingHandlers: PressHandlers<Extract<PressKind, `${'hear' | 'recording'}-${string}`>> = {
  'hear-card': pressHear,
  'hear-menu': pressHear,
  'hear-consent': pressHear,
  'recording-regions': async (deps, ctx, press) => {
    const { scope } = ctx
    if (scope && partInScope(scope, press.regionCode).length > 0)
      return await showVoiceRegions(deps, ctx, scope, press)
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
  },
  'recording-overview': inScope((deps, ctx, { regionCode }) => showVoices(deps, ctx, regionCode)),
  'recording-stop': inScope((deps, ctx, { regionCode }) => showVoices(deps, ctx, regionCode)),
  'recording-go-on': inScope((deps, ctx, { regionCode }) =>
    showNextToRecord(deps, ctx, { regionCode, after: null }),
  ),
  'recording-open': inScope((deps, ctx, press) => showScreenToRecord(deps, ctx, press)),
  'recording-anew': inScope((deps, ctx, press) => showScreenToRecord(deps, ctx, press, { anew: true })),
  'recording-skip': inScope((deps, ctx, { regionCode, screen }) =>
    showNextToRecord(deps, ctx, { regionCode, after: screen }),
  ),
  'recording-remove': inScope(async (deps, ctx, press) => {
    await ctx.once((tx) => removeRecording({ ...deps, tx }, press))
    await showVoices(deps, ctx, press.regionCode, ctx.t('voices-removed'))
  }),
  'recording-listen': inScope(async (deps, ctx, { regionCode, screen }) => {
    const found = (await listRecordings(deps.prisma, regionCode)).get(screen)
    if (!found || !(await sendRecording(deps, ctx, found)))
      ctx.toast = { text: ctx.t('voices-gone'), alert: false }
  }),
}

type Handler<Press> = (deps: BotDeps, ctx: BotContext, press: Press) => Promise<unknown>

/** Only within the administrator's own scope; the empty code begins at its top. */
function inScope<Press extends { regionCode: string }>(handle: Handler<Press>): Handler<Press> {
  return async (deps, ctx, press) => {
    const { scope } = ctx
    if (scope && isInScope(scope, press.regionCode)) return await handle(deps, ctx, press)
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
  }
}
