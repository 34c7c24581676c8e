import { mayRecording, type RecordingAction } from '../../access/policies/recording.ts'
import { partInScope } from '../../access/region-scope.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { draftTag, type PressKind, type PressOf } from '../../presses/callback-data.ts'
import { findRecording } from '../../recordings/find-recording.ts'
import { listRecordings } from '../../recordings/list-recordings.ts'
import { CONSENT, MENU, screenOfCard } from '../../recordings/recordable-screens.ts'
import { removeRecording } from '../../recordings/remove-recording.ts'
import type { BotContext, BotDeps } from '../context.ts'
import type { PressHandlers } from '../press-handlers.ts'
import type { Screen, Shown } from '../screen.ts'
import { isStillThere, removeMessage } from '../show-message.ts'
import { sendRecording } from './read-aloud.ts'
import { showVoiceRegions } from './recording-regions.ts'
import { showNextToRecord, showScreenToRecord, showVoices } from './recording-screens.ts'

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
    return null
  },
  'recording-overview': permitted('record', (deps, ctx, { regionCode }) => showVoices(deps, ctx, regionCode)),
  'recording-stop': permitted('record', (deps, ctx, { regionCode }) => showVoices(deps, ctx, regionCode)),
  'recording-go-on': permitted('record', (deps, ctx, { regionCode }) =>
    showNextToRecord(deps, ctx, { regionCode, after: null }),
  ),
  'recording-open': permitted('record', (deps, ctx, press) => showScreenToRecord(deps, ctx, press)),
  'recording-anew': permitted('record', (deps, ctx, press) =>
    showScreenToRecord(deps, ctx, press, { anew: true }),
  ),
  'recording-skip': permitted('record', (deps, ctx, { regionCode, screen }) =>
    showNextToRecord(deps, ctx, { regionCode, after: screen }),
  ),
  'recording-remove': permitted('remove', async (deps, ctx, press) => {
    await ctx.once((tx) => removeRecording({ ...deps, tx }, press))
    return await showVoices(deps, ctx, press.regionCode, ctx.t('voices-removed'))
  }),
  'recording-listen': permitted('record', async (deps, ctx, { regionCode, screen }) => {
    const found = (await listRecordings(deps.prisma, regionCode)).get(screen)
    if (!found || !(await sendRecording(deps, ctx, found)))
      ctx.toast = { text: ctx.t('voices-gone'), alert: false }
    return null
  }),
}

type Handler<Press> = (deps: BotDeps, ctx: BotContext, press: Press) => Shown

/** Only what the policy lets this administrator do. */
function permitted<Press extends { regionCode: string }>(
  action: RecordingAction,
  handle: Handler<Press>,
): Handler<Press> {
  return async (deps, ctx, press) => {
    const { administrator } = ctx
    if (administrator && mayRecording(administrator, action, press).ok) return await handle(deps, ctx, press)
    ctx.toast = { text: ctx.t('administrators-only'), alert: true }
    return null
  }
}

type HearPress = PressOf<'hear-card' | 'hear-menu' | 'hear-consent'>

/**
 * 🔊: the voice comes, and below it the same screen again, in the place of the one above, so that what can be pressed stays
 * the last message. So each message plays once; who wants to hear it again presses the new one.
 */
export async function pressHear(deps: BotDeps, ctx: BotContext, press: HearPress): Shown {
  const pressed = ctx.callbackQuery?.message
  if (!pressed) return null
  // the first of two impatient presses took it out of the chat
  if (!(await isStillThere(ctx, pressed))) return null

  const target = await targetOf(ctx, press)
  if (!target) {
    ctx.toast = { text: ctx.t('card-moved-on'), alert: false }
    return { screen: 'card' }
  }
  const recording = await findRecording(deps.prisma, target)
  const sent = recording !== null && (await sendRecording(deps, ctx, recording))
  if (!sent) ctx.toast = { text: ctx.t('voices-gone'), alert: false }
  else ctx.showsBelow = true
  // the card removes its old message itself
  if (sent && press.kind !== 'hear-card') await removeMessage(ctx, pressed.message_id)
  return target.shown
}

/** Which screen is to be read for which village, and how it is shown again; null where the card is further on. */
async function targetOf(
  ctx: BotContext,
  press: HearPress,
): Promise<{ villageCode: string; screen: string; shown: Screen } | null> {
  if (press.kind === 'hear-consent') {
    const { villageCode } = press
    return { villageCode, screen: CONSENT, shown: { screen: 'consent', villageCode } }
  }
  const { person } = ctx
  if (!person) return null
  if (press.kind === 'hear-menu') {
    const villageCode = spokenForVillage(person)
    return villageCode === null ? null : { villageCode, screen: MENU, shown: { screen: 'menu' } }
  }
  const draft = await ctx.draft()
  if (!draft || draftTag(draft.id) !== press.draftTag || draft.state.at !== press.at) return null
  const screen = screenOfCard(draft.card, press.at)
  return screen === null ? null : { villageCode: draft.villageCode, screen, shown: { screen: 'card', draft } }
}
