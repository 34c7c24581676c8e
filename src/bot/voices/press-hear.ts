import { loadDraft } from '../../feedback/load-draft.ts'
import { spokenForVillage } from '../../people/spoken-for-village.ts'
import { draftTag, type PressOf } from '../../presses/callback-data.ts'
import { findRecording } from '../../recordings/find-recording.ts'
import { CONSENT, MENU, screenOfCard } from '../../recordings/recordable-screens.ts'
import { showCard } from '../card/show-card.ts'
import type { BotContext, BotDeps } from '../context.ts'
import { showMenu } from '../menu/show-menu.ts'
import { isStillThere, removeMessage } from '../show-message.ts'
import { showConsent } from '../village/show-consent.ts'
import { sendRecording } from './send-recording.ts'

type HearPress = PressOf<'hear-card' | 'hear-menu' | 'hear-consent'>

/**
 * 🔊: the voice comes, and below it the same screen again, in the place of the one above, so that what can be pressed stays
 * the last message. So each message plays once; who wants to hear it again presses the new one.
 */
export async function pressHear(deps: BotDeps, ctx: BotContext, press: HearPress): Promise<void> {
  const pressed = ctx.callbackQuery?.message
  if (!pressed) return
  // the first of two impatient presses took it out of the chat
  if (!(await isStillThere(ctx, pressed))) return

  const target = await targetOf(deps, ctx, press)
  if (!target) {
    ctx.toast = { text: ctx.t('card-moved-on'), alert: false }
    if (!(await showCard(deps, ctx))) await showMenu(deps, ctx)
    return
  }
  const recording = await findRecording(deps.prisma, target)
  const sent = recording !== null && (await sendRecording(deps, ctx, recording))
  if (!sent) ctx.toast = { text: ctx.t('voices-gone'), alert: false }
  else ctx.showsBelow = true
  await target.show()
  // the card removes its old message itself
  if (sent && press.kind !== 'hear-card') await removeMessage(ctx, pressed.message_id)
}

/** Which screen is to be read for which village, and how it is shown again; null where the card is further on. */
async function targetOf(
  deps: BotDeps,
  ctx: BotContext,
  press: HearPress,
): Promise<{ villageCode: string; screen: string; show(): Promise<unknown> } | null> {
  if (press.kind === 'hear-consent') {
    const { villageCode } = press
    return { villageCode, screen: CONSENT, show: () => showConsent(deps, ctx, villageCode) }
  }
  const { person } = ctx
  if (!person) return null
  if (press.kind === 'hear-menu') {
    const villageCode = spokenForVillage(person)
    return villageCode === null ? null : { villageCode, screen: MENU, show: () => showMenu(deps, ctx) }
  }
  const draft = await loadDraft(deps.prisma, person.id)
  if (!draft || draftTag(draft.id) !== press.draftTag || draft.state.at !== press.at) return null
  const screen = screenOfCard(draft.card, press.at)
  return screen === null ? null : { villageCode: draft.villageCode, screen, show: () => showCard(deps, ctx) }
}
