import { decodeVoicePress } from '../../presses/voice-press.ts'
import { listRecordings } from '../../recordings/list-recordings.ts'
import { removeRecording } from '../../recordings/remove-recording.ts'
import { isWithin } from '../../regions/region-code.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { pressHear } from './press-hear.ts'
import { sendRecording } from './send-recording.ts'
import { showNextToRecord } from './show-next-to-record.ts'
import { showScreenToRecord } from './show-screen-to-record.ts'
import { showVoiceRegions } from './show-voice-regions.ts'
import { showVoices } from './show-voices.ts'

/** A button that begins with s: — 🔊 for everybody, and what records it for administrators of the region. */
export async function pressVoices(deps: BotDeps, ctx: BotContext): Promise<void> {
  const press = decodeVoicePress(ctx.callbackQuery?.data ?? '')
  if (!press) {
    ctx.toast = { text: ctx.t('button-is-old'), alert: false }
    return
  }
  if (press.kind === 'hear-card' || press.kind === 'hear-menu' || press.kind === 'hear-consent')
    return await pressHear(deps, ctx, press)

  const { scope } = ctx
  if (!scope || (press.regionCode !== '' && !isWithin(press.regionCode, scope.regionCode))) {
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
    return
  }
  const { regionCode } = press
  switch (press.kind) {
    case 'regions':
      return await showVoiceRegions(deps, ctx, scope, press)
    case 'overview':
      return await showVoices(deps, ctx, regionCode)
    case 'stop':
      return await showVoices(deps, ctx, regionCode)
    case 'go-on':
      return await showNextToRecord(deps, ctx, { regionCode, after: null })
    case 'open':
      return await showScreenToRecord(deps, ctx, press)
    case 'record':
      return await showScreenToRecord(deps, ctx, press, { anew: true })
    case 'skip':
      return await showNextToRecord(deps, ctx, { regionCode, after: press.screen })
    case 'remove':
      await ctx.once((tx) => removeRecording({ ...deps, tx }, press))
      return await showVoices(deps, ctx, regionCode, ctx.t('voices-removed'))
    case 'listen': {
      const found = (await listRecordings(deps.prisma, regionCode)).get(press.screen)
      if (!found || !(await sendRecording(deps, ctx, found)))
        ctx.toast = { text: ctx.t('voices-gone'), alert: false }
      return
    }
  }
}
